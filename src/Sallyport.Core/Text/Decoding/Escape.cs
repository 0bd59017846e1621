using System.Text;

namespace Sallyport.Core.Text.Decoding;

/// <summary>Reads one escape sequence.</summary>
internal static class Escape
{
    public static bool TryRead(ReadOnlySpan<byte> text, out Rune rune, out int length)
    {
        rune = default;
        length = 0;
        return text[0] switch
        {
            (byte)'%' => Hex(text, 1, 2, 0, out rune, out length) && rune.IsAscii,
            (byte)'&' => Entity(text, out rune, out length),
            (byte)'\\' when text.Length > 1 => Backslash(text, out rune, out length),
            _ => false,
        };
    }

    private static bool Backslash(ReadOnlySpan<byte> text, out Rune rune, out int length)
    {
        switch (text[1])
        {
            case (byte)'u' when text.Length > 2 && text[2] == '{':
                return Braced(text, out rune, out length);
            case (byte)'u':
                return Hex(text, 2, 4, 0, out rune, out length);
            case (byte)'U':
                return Hex(text, 2, 8, 0, out rune, out length);
            case (byte)'x':
                return Hex(text, 2, 2, 0, out rune, out length) && rune.IsAscii;
            default:
                length = 2;
                (var known, rune) = text[1] switch
                {
                    (byte)'n' => (true, new Rune('\n')),
                    (byte)'r' => (true, new Rune('\r')),
                    (byte)'t' => (true, new Rune('\t')),
                    (byte)'"' or (byte)'\'' or (byte)'/' or (byte)'\\' => (true, new Rune((char)text[1])),
                    _ => (false, default),
                };
                return known;
        }
    }

    private static bool Braced(ReadOnlySpan<byte> text, out Rune rune, out int length)
    {
        var close = text[..Math.Min(text.Length, 10)].IndexOf((byte)'}');
        (rune, length) = (default, 0);
        return close > 3 && Hex(text, 3, close - 3, 1, out rune, out length);
    }

    private static bool Entity(ReadOnlySpan<byte> text, out Rune rune, out int length)
    {
        (rune, length) = (default, 0);
        var close = text[..Math.Min(text.Length, 10)].IndexOf((byte)';');
        if (close < 3)
        {
            return false;
        }

        if (text[1] != '#')
        {
            length = close + 1;
            (var known, rune) = Encoding.ASCII.GetString(text[1..close]) switch
            {
                "quot" => (true, new Rune('"')),
                "amp" => (true, new Rune('&')),
                "apos" => (true, new Rune('\'')),
                "lt" => (true, new Rune('<')),
                "gt" => (true, new Rune('>')),
                _ => (false, default),
            };
            return known;
        }

        if (text[2] is (byte)'x' or (byte)'X')
        {
            return close > 3 && Hex(text, 3, close - 3, 1, out rune, out length);
        }

        length = close + 1;
        return int.TryParse(text[2..close], out var value) && Rune.TryCreate(value, out rune);
    }

    private static bool Hex(ReadOnlySpan<byte> text, int start, int digits, int tail, out Rune rune, out int length)
    {
        rune = default;
        length = start + digits + tail;
        var value = 0;
        if (text.Length < length || digits > 8)
        {
            return false;
        }

        foreach (var b in text.Slice(start, digits))
        {
            if (!char.IsAsciiHexDigit((char)b))
            {
                return false;
            }

            value = value << 4 | (b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10);
        }

        return Rune.TryCreate(value, out rune);
    }
}
