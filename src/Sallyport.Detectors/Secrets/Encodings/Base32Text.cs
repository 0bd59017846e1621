namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Base32 of RFC 4648 without padding, in either case.</summary>
internal static class Base32Text
{
    /// <summary>The number of whole bytes written, or -1 when a character is not base32 or bits are left over.</summary>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        int written = 0, bits = 0;
        uint buffer = 0;
        foreach (var c in text)
        {
            var value = Value(c);
            if (value < 0 || (bits >= 3 && written >= bytes.Length))
            {
                return -1;
            }

            buffer = (buffer << 5) | (uint)value;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[written++] = (byte)(buffer >> bits);
                buffer &= (1u << bits) - 1;
            }
        }

        return bits < 5 && buffer == 0 ? written : -1;
    }

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[((bytes.Length * 8) + 4) / 5];
        int written = 0, bits = 0;
        uint buffer = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; buffer &= (1u << bits) - 1)
            {
                bits -= 5;
                text[written++] = Alphabets.Base32[(int)(buffer >> bits)];
            }
        }

        if (bits > 0)
        {
            text[written] = Alphabets.Base32[(int)(buffer << (5 - bits))];
        }

        return new string(text);
    }

    public static int Value(byte c) => c switch
    {
        >= (byte)'A' and <= (byte)'Z' => c - 'A',
        >= (byte)'a' and <= (byte)'z' => c - 'a',
        >= (byte)'2' and <= (byte)'7' => c - '2' + 26,
        _ => -1,
    };
}
