namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Base58 in a given alphabet; leading zero bytes are leading zero digits.</summary>
internal static class Base58
{
    public const int MaxCharacters = 256;

    /// <summary>The number of bytes written at the front of <paramref name="bytes"/>, or -1.</summary>
    public static int Decode(ReadOnlySpan<byte> text, string alphabet, Span<byte> bytes)
    {
        var zeros = 0;
        while (zeros < text.Length && text[zeros] == alphabet[0])
        {
            zeros++;
        }

        int length = 0;
        foreach (var c in text[zeros..])
        {
            var carry = alphabet.IndexOf((char)c, StringComparison.Ordinal);
            if (carry < 0)
            {
                return -1;
            }

            for (var i = 0; i < length; i++)
            {
                carry += bytes[i] * 58;
                bytes[i] = (byte)carry;
                carry >>= 8;
            }

            if (carry > 0)
            {
                if (length == bytes.Length)
                {
                    return -1;
                }

                bytes[length++] = (byte)carry;
            }
        }

        if (zeros + length > bytes.Length)
        {
            return -1;
        }

        bytes.Slice(length, zeros).Clear();
        length += zeros;
        bytes[..length].Reverse();
        return length;
    }

    public static string Encode(ReadOnlySpan<byte> bytes, string alphabet)
    {
        var digits = new List<char>(bytes.Length * 2);
        var number = bytes.ToArray();
        for (var start = 0; start < number.Length;)
        {
            if (number[start] == 0)
            {
                start++;
                continue;
            }

            var remainder = 0;
            for (var i = start; i < number.Length; i++)
            {
                var value = (remainder << 8) | number[i];
                number[i] = (byte)(value / 58);
                remainder = value % 58;
            }

            digits.Add(alphabet[remainder]);
        }

        for (var i = 0; i < bytes.Length && bytes[i] == 0; i++)
        {
            digits.Add(alphabet[0]);
        }

        digits.Reverse();
        return new string([.. digits]);
    }
}
