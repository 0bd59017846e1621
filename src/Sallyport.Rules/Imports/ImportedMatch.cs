using Sallyport.Core.Text;

namespace Sallyport.Rules.Imports;

/// <summary>A match of an imported rule, with all that its conditions may ask about.</summary>
public readonly ref struct ImportedMatch
{
    /// <summary>All of the text.</summary>
    public required ReadOnlySpan<byte> Text { get; init; }

    /// <summary>The match.</summary>
    public required TextSpan Match { get; init; }

    /// <summary>The secret in it.</summary>
    public required TextSpan Secret { get; init; }

    /// <summary>Path of the artifact, in UTF-8.</summary>
    public required ReadOnlySpan<byte> Path { get; init; }

    /// <summary>The commit; null in a work tree.</summary>
    public required string? Commit { get; init; }

    /// <summary>The bytes of a range.</summary>
    public ReadOnlySpan<byte> Slice(TextSpan span) => Text.Slice(span.Start, span.Length);

    /// <summary>The range of all lines that the match stands on.</summary>
    public TextSpan Lines
    {
        get
        {
            var start = Text[..Match.Start].LastIndexOf((byte)'\n') + 1;
            var end = Text[Match.End..].IndexOf((byte)'\n');
            return TextSpan.Between(start, end < 0 ? Text.Length : Match.End + end);
        }
    }
}
