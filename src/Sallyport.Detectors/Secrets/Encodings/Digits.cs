namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Numbers written in an alphabet of digits, most significant first, padded to a fixed width.</summary>
internal static class Digits
{
    public static bool Matches(ReadOnlySpan<byte> text, ulong value, string alphabet)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] != alphabet[(int)(value % (uint)alphabet.Length)])
            {
                return false;
            }

            value /= (uint)alphabet.Length;
        }

        return value == 0;
    }

    public static string Write(ulong value, string alphabet, int width)
    {
        Span<char> text = stackalloc char[width];
        for (var i = width - 1; i >= 0; i--)
        {
            text[i] = alphabet[(int)(value % (uint)alphabet.Length)];
            value /= (uint)alphabet.Length;
        }

        return new string(text);
    }
}
