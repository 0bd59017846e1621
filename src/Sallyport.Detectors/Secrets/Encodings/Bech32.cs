namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Bech32 (BIP 173), with the length limit lifted as age and Cardano do.</summary>
internal static class Bech32
{
    /// <summary>The number of data bytes behind a right checksum, or -1. The prefix is compared without regard to case.</summary>
    public static int Decode(ReadOnlySpan<byte> text, ReadOnlySpan<char> prefix, Span<byte> bytes)
    {
        if (text.Length < prefix.Length + 7 || text[prefix.Length] != '1')
        {
            return -1;
        }

        var sum = Expand(prefix);
        for (var i = 0; i < prefix.Length; i++)
        {
            if ((text[i] | 0x20) != (prefix[i] | 0x20))
            {
                return -1;
            }
        }

        int written = 0, bits = 0;
        uint buffer = 0;
        var data = text[(prefix.Length + 1)..];
        for (var i = 0; i < data.Length; i++)
        {
            var value = Alphabets.Bech32.IndexOf(char.ToLowerInvariant((char)data[i]), StringComparison.Ordinal);
            if (value < 0)
            {
                return -1;
            }

            sum = Step(sum, value);
            if (i < data.Length - 6)
            {
                buffer = (buffer << 5) | (uint)value;
                bits += 5;
                if (bits >= 8)
                {
                    if (written == bytes.Length)
                    {
                        return -1;
                    }

                    bits -= 8;
                    bytes[written++] = (byte)(buffer >> bits);
                    buffer &= (1u << bits) - 1;
                }
            }
        }

        return sum == 1 && bits < 5 && buffer == 0 ? written : -1;
    }

    public static string Encode(string prefix, ReadOnlySpan<byte> bytes)
    {
        var text = Base32Text.Encode(bytes);
        var sum = Expand(prefix);
        var data = new char[text.Length + 6];
        for (var i = 0; i < text.Length; i++)
        {
            var value = Base32Text.Value((byte)text[i]);
            sum = Step(sum, value);
            data[i] = Alphabets.Bech32[value];
        }

        for (var i = 0; i < 6; i++)
        {
            sum = Step(sum, 0);
        }

        for (var i = 0; i < 6; i++)
        {
            data[text.Length + i] = Alphabets.Bech32[(int)((sum ^ 1) >> (5 * (5 - i))) & 31];
        }

        return $"{prefix}1{new string(data)}";
    }

    /// <summary>What the checksum over the whole text comes to: 1 in BIP 173, 0x2BC830A3 in BIP 350; 0 for what is not in the alphabet.</summary>
    public static uint Sum(ReadOnlySpan<byte> text, ReadOnlySpan<char> prefix)
    {
        var sum = Expand(prefix);
        foreach (var b in text[(prefix.Length + 1)..])
        {
            var value = Alphabets.Bech32.IndexOf(char.ToLowerInvariant((char)b), StringComparison.Ordinal);
            if (value < 0)
            {
                return 0;
            }

            sum = Step(sum, value);
        }

        return sum;
    }

    private static uint Expand(ReadOnlySpan<char> prefix)
    {
        var sum = 1u;
        foreach (var c in prefix)
        {
            sum = Step(sum, char.ToLowerInvariant(c) >> 5);
        }

        sum = Step(sum, 0);
        foreach (var c in prefix)
        {
            sum = Step(sum, char.ToLowerInvariant(c) & 31);
        }

        return sum;
    }

    private static uint Step(uint sum, int value)
    {
        var top = sum >> 25;
        sum = ((sum & 0x1FFFFFF) << 5) ^ (uint)value;
        sum ^= (top & 1) != 0 ? 0x3B6A57B2u : 0;
        sum ^= (top & 2) != 0 ? 0x26508E6Du : 0;
        sum ^= (top & 4) != 0 ? 0x1EA119FAu : 0;
        sum ^= (top & 8) != 0 ? 0x3D4233DDu : 0;
        return sum ^ ((top & 16) != 0 ? 0x2A1462B3u : 0);
    }
}
