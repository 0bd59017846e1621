namespace Sallyport.Detectors.Privacy.Reading;

/// <summary>Whether words around a value name it.</summary>
internal static class NamingWords
{
    private const int Before = 96;
    private const int After = 48;

    /// <summary>Whether one of <paramref name="words"/> stands close before the value, or closely behind it in the same line.</summary>
    public static bool Name(ReadOnlySpan<byte> text, int start, int end, byte[][] words)
    {
        Span<byte> lower = stackalloc byte[Before + After];
        var from = Math.Max(0, start - Before);
        var before = Lower(text[from..start], lower);
        if (before.LastIndexOf("\n\n"u8) is var blank and >= 0)
        {
            before = before[(blank + 2)..];
        }

        if (Holds(before, words))
        {
            return true;
        }

        var behind = text[end..Math.Min(text.Length, end + After)];
        if (behind.IndexOfAny("\n\r;"u8) is var close and >= 0)
        {
            behind = behind[..close];
        }

        return Holds(Lower(behind, lower), words);
    }

    private static bool Holds(ReadOnlySpan<byte> text, byte[][] words)
    {
        foreach (var word in words)
        {
            for (var at = text.IndexOf(word); at >= 0;)
            {
                if (Stands(text, at, word))
                {
                    return true;
                }

                var next = text[(at + 1)..].IndexOf(word);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        return false;
    }

    // Short words are whole words, long ones may go on: passports, Telefonnummer.
    private static bool Stands(ReadOnlySpan<byte> text, int at, byte[] word)
    {
        var end = at + word.Length;
        return word[0] >= 0x80 || (at == 0 || !char.IsAsciiLetter((char)text[at - 1]))
            && (word.Length > 4 || end >= text.Length || !char.IsAsciiLetter((char)text[end]));
    }

    // A capital behind a small letter begins a word: customerSsn.
    private static ReadOnlySpan<byte> Lower(ReadOnlySpan<byte> text, Span<byte> lower)
    {
        var length = 0;
        for (var i = 0; i < text.Length && length < lower.Length; i++)
        {
            var capital = text[i] is >= (byte)'A' and <= (byte)'Z';
            if (capital && i > 0 && text[i - 1] is >= (byte)'a' and <= (byte)'z' && length < lower.Length - 1)
            {
                lower[length++] = (byte)' ';
            }

            lower[length++] = text[i] == '_' ? (byte)' ' : capital ? (byte)(text[i] | 32) : text[i];
        }

        return lower[..length];
    }
}
