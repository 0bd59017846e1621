using System.Text;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary>Encodings that hide commands; null where the text is none.</summary>
internal static class Decoders
{
    private const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string? Base64(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/')
            {
                letters.Append(c);
            }
            else if (c is '-' or '_')
            {
                letters.Append(c == '-' ? '+' : '/');
            }
        }

        var whole = letters.Length - (letters.Length % 4 == 1 ? 1 : 0);
        var padded = letters.ToString(0, whole).PadRight((whole + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var count) ? Text(bytes.AsSpan(0, count)) : null;
    }

    public static string? Base32(string text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var c in text)
        {
            var digit = Base32Letters.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            if (digit < 0)
            {
                continue;
            }

            buffer = ((buffer << 5) | digit) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return Text([.. bytes]);
    }

    /// <summary>Hexadecimal digits, as <c>xxd -r -p</c> reads them; of a dump with offsets the middle column counts.</summary>
    public static string? Hex(string text)
    {
        var bytes = new List<byte>();
        foreach (var line in text.Split('\n'))
        {
            var start = line.IndexOf(": ", StringComparison.Ordinal);
            var digits = start < 0 ? line : line[(start + 2)..];
            var end = start < 0 ? -1 : digits.IndexOf("  ", StringComparison.Ordinal);
            var high = -1;
            foreach (var c in end < 0 ? digits : digits[..end])
            {
                if (!char.IsAsciiHexDigit(c))
                {
                    continue;
                }

                var digit = Convert.ToInt32(c.ToString(), 16);
                if (high < 0)
                {
                    high = digit;
                }
                else
                {
                    bytes.Add((byte)((high << 4) | digit));
                    high = -1;
                }
            }
        }

        return Text([.. bytes]);
    }

    // What was compressed before it was encoded is unpacked, to a bounded size.
    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B)
        {
            return null;
        }

        return Encoding.UTF8.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
    }
}
