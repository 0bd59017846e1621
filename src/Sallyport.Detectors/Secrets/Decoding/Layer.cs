using Sallyport.Core.Text;
using Sallyport.Core.Text.Decoding;

namespace Sallyport.Detectors.Secrets.Decoding;

/// <summary>A text to scan: the artifact itself, or something decoded out of another layer.</summary>
internal sealed class Layer
{
    /// <summary>Deepest layer that is looked into.</summary>
    public const int DepthLimit = 3;

    private readonly Layer? _parent;
    private readonly SpanMap? _map;

    public Layer(ReadOnlyMemory<byte> text) => (Text, Evidence) = (text, []);

    private Layer(Layer parent, DecodedText decoded)
    {
        (_parent, _map, Text) = (parent, decoded.Map, decoded.Bytes);
        Depth = parent.Depth + 1;
        Cut = decoded.Cut;
        JoinsLines = parent.JoinsLines || decoded.How == "wrapped lines";
        Evidence = [.. parent.Evidence, $"decoded from {decoded.How}"];
    }

    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>Whether it is only the beginning of what was compressed.</summary>
    public bool Cut { get; }

    /// <summary>How many times something was decoded on the way here.</summary>
    public int Depth { get; }

    /// <summary>Whether lines were joined on the way here: then a value may have run into what stood on the next line.</summary>
    public bool JoinsLines { get; }

    /// <summary>How a value found here was hidden.</summary>
    public IReadOnlyList<string> Evidence { get; }

    /// <summary>Where a range of this layer stands in the artifact.</summary>
    public TextSpan ToArtifact(TextSpan span) => _map is null ? span : _parent!.ToArtifact(_map.ToOuter(span));

    /// <summary>What is encoded in this layer.</summary>
    public IEnumerable<Layer> Inner()
    {
        if (Depth == DepthLimit)
        {
            yield break;
        }

        var decoded = new List<DecodedText>();
        TextDecoders.Find(Text, decoded);
        foreach (var text in decoded)
        {
            yield return new Layer(this, text);
        }
    }
}
