namespace Sallyport.Detectors.Secrets.Imported;

/// <summary>A text that is looked for because a rule needs it.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Anchor">Offset of the three bytes that it is found by.</param>
/// <param name="Uses">What it means where it stands.</param>
internal sealed record ImportedLiteral(byte[] Text, int Anchor, IReadOnlyList<ImportedLiteral.Use> Uses)
{
    /// <summary>Whether it stands at a place, in any case.</summary>
    public bool StandsAt(ReadOnlySpan<byte> text, int at)
    {
        if (at < 0 || at + Text.Length > text.Length)
        {
            return false;
        }

        for (var i = 0; i < Text.Length; i++)
        {
            var value = text[at + i];
            if ((value is >= (byte)'A' and <= (byte)'Z' ? value | 32 : value) != Text[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it stands anywhere, in any case.</summary>
    public bool StandsIn(ReadOnlySpan<byte> text)
    {
        var (lower, upper) = (Text[0], char.IsAsciiLetterLower((char)Text[0]) ? (byte)(Text[0] & ~32) : Text[0]);
        for (var at = 0; text[at..].IndexOfAny(lower, upper) is >= 0 and var found; at += found + 1)
        {
            if (StandsAt(text, at + found))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A rule that needs it.</summary>
    /// <param name="Rule">Number of the rule.</param>
    /// <param name="IsKeyword">Whether it opens the whole file to the rule, rather than a place in it.</param>
    /// <param name="Nearest">How far in front of it a match begins at least.</param>
    /// <param name="Farthest">How far in front of it a match begins at most.</param>
    internal readonly record struct Use(int Rule, bool IsKeyword, int Nearest, int Farthest);
}
