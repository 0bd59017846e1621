namespace Sallyport.Detectors.Secrets.Tokens;

/// <summary>Whether a match stands alone: what `\b` does elsewhere, aware of escapes such as <c>\n</c>, <c>\u003d</c> and <c>%3D</c>.</summary>
internal static class Boundary
{
    public static bool Before(ReadOnlySpan<byte> text, int start)
    {
        if (start < 0)
        {
            return false;
        }

        if (start == 0 || !IsWord(text[start]) || !IsWord(text[start - 1]))
        {
            return true;
        }

        return start >= 2 && text[start - 2] == '\\' && text[start - 1] is (byte)'n' or (byte)'t' or (byte)'r'
            || start >= 3 && text[start - 3] == '%' && IsHex(text[start - 2]) && IsHex(text[start - 1])
            || start >= 6 && text[start - 6] == '\\' && text[start - 5] == 'u' && IsHex(text[start - 2]) && IsHex(text[start - 1]);
    }

    public static bool After(ReadOnlySpan<byte> text, int end) =>
        end >= text.Length || !IsWord(text[end]) || !IsWord(text[end - 1]);

    // An underscore joins words, so a token may follow one: TOKEN_ghp_… is still a token.
    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b);

    private static bool IsHex(byte b) => char.IsAsciiHexDigit((char)b);
}
