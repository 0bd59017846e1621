using System.Runtime.CompilerServices;

namespace Sallyport.Core.Text.Decoding;

/// <summary>Text written as hexadecimal digits.</summary>
internal static class HexText
{
    private const int Least = 32;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryDecode(ReadOnlyMemory<byte> text, TextSpan run, ReadOnlySpan<byte> bytes, List<DecodedText> found)
    {
        var start = bytes is [(byte)'0', (byte)'x' or (byte)'X', ..] ? 2 : 0;
        var length = 0;
        while (start + length < bytes.Length && char.IsAsciiHexDigit((char)bytes[start + length]))
        {
            length++;
        }

        length &= ~1;
        if (length < Least || start + length < bytes.Length - 1 || !LooksLikeText(bytes.Slice(start, Math.Min(length, 64))))
        {
            return false;
        }

        var decoded = new byte[length / 2];
        Convert.FromHexString(bytes.Slice(start, length), decoded, out _, out _);
        var segment = new SpanMap.Segment(new(0, decoded.Length), new(run.Start + start, length), Scaled: true);
        Payload.Add(text, segment, decoded, DecodedText.Hexadecimal, found);
        return true;
    }

    // ASCII text has high digits 2 to 7 (tab and line ends aside); a gzip header is 1f 8b.
    private static bool LooksLikeText(ReadOnlySpan<byte> digits)
    {
        if (Payload.IsCompressed((byte)(Digit(digits[0]) << 4 | Digit(digits[1])), (byte)(Digit(digits[2]) << 4 | Digit(digits[3]))))
        {
            return true;
        }

        var odd = 0;
        for (var i = 0; i < digits.Length; i += 2)
        {
            odd += digits[i] is >= (byte)'2' and <= (byte)'7' ? 0 : 1;
        }

        return odd * 8 <= digits.Length / 2;
    }

    private static int Digit(byte b) => b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10;
}
