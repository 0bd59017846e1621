namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Base64 of either alphabet, padded or not. Bits left over at the end must be zero, as every encoder writes them.</summary>
internal static class Base64Text
{
    public static int MaxBytes(int characters) => (characters / 4 * 3) + 3;

    /// <summary>The number of bytes written, or -1 when the text is not canonical base64.</summary>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        text = text.TrimEnd((byte)'=');
        int written = 0, bits = 0;
        uint buffer = 0;
        foreach (var c in text)
        {
            var value = Value(c);
            if (value < 0 || (bits >= 2 && written >= bytes.Length))
            {
                return -1;
            }

            buffer = (buffer << 6) | (uint)value;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[written++] = (byte)(buffer >> bits);
                buffer &= (1u << bits) - 1;
            }
        }

        return bits < 6 && buffer == 0 ? written : -1;
    }

    public static int Value(byte c) => c switch
    {
        >= (byte)'A' and <= (byte)'Z' => c - 'A',
        >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };
}
