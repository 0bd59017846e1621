namespace Sallyport.Core.Text.Decoding;

/// <summary>A text to look at: an artifact's own, or something decoded out of another layer.</summary>
public sealed class TextLayer
{
    /// <summary>Deepest layer that is looked into.</summary>
    public const int DepthLimit = 3;

    private readonly TextLayer? _parent;
    private readonly DecodedText? _decoded;
    private readonly bool _keep;
    private TextLayer[]? _inner;

    /// <summary>The outermost layer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keep">Whether what is decoded is kept, because several will ask for it.</param>
    public TextLayer(ReadOnlyMemory<byte> text, bool keep = false) => (Text, Evidence, _keep) = (text, [], keep);

    private TextLayer(TextLayer parent, DecodedText decoded)
    {
        (_parent, _decoded, _keep, Text) = (parent, decoded, parent._keep, decoded.Bytes);
        Depth = parent.Depth + 1;
        JoinsLines = parent.JoinsLines || decoded.How == "wrapped lines";
        Evidence = [.. parent.Evidence, $"decoded from {decoded.How}"];
    }

    /// <summary>What stands in it.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>Whether it is only the beginning of what was compressed.</summary>
    public bool Cut => _decoded is { Cut: true };

    /// <summary>How many times something was decoded on the way here.</summary>
    public int Depth { get; }

    /// <summary>Whether lines were joined on the way here: then a value may have run into what stood on the next line.</summary>
    public bool JoinsLines { get; }

    /// <summary>How a value found here was hidden.</summary>
    public IReadOnlyList<string> Evidence { get; }

    /// <summary>Where a range of this layer stands in the artifact.</summary>
    public TextSpan ToArtifact(TextSpan span) => _decoded is null ? span : _parent!.ToArtifact(_decoded.Map.ToOuter(span));

    /// <summary>What is encoded in this layer.</summary>
    public IEnumerable<TextLayer> Inner()
    {
        if (_inner is not null || Depth == DepthLimit)
        {
            return _inner ?? [];
        }

        var decoded = new List<DecodedText>();
        TextDecoders.Find(Text, decoded, single: _keep);
        if (!_keep)
        {
            return decoded.Select(d => new TextLayer(this, d));
        }

        return _inner = [.. decoded.Select(d => new TextLayer(this, d))];
    }

    /// <summary>Writes another value in place of one, encoded as that is.</summary>
    /// <param name="span">The value, in this layer.</param>
    /// <param name="replacement">What comes instead.</param>
    /// <param name="written">What to write into the artifact.</param>
    /// <returns>Where in the artifact; null where only the whole of what is encoded could be replaced.</returns>
    public TextSpan? Write(TextSpan span, ReadOnlySpan<byte> replacement, out byte[] written)
    {
        if (_decoded is null)
        {
            written = replacement.ToArray();
            return span;
        }

        written = [];
        return _decoded.Write(span, replacement, out var outer) is { } place ? _parent!.Write(place, outer, out written) : null;
    }
}
