namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Hexadecimal text.</summary>
internal static class HexText
{
    /// <summary>The number of bytes written, or -1 when the text is not pairs of hexadecimal digits.</summary>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        if (text.Length % 2 != 0 || text.Length / 2 > bytes.Length)
        {
            return -1;
        }

        for (var i = 0; i < text.Length; i += 2)
        {
            int high = Value(text[i]), low = Value(text[i + 1]);
            if ((high | low) < 0)
            {
                return -1;
            }

            bytes[i / 2] = (byte)((high << 4) | low);
        }

        return text.Length / 2;
    }

    public static int Value(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };
}
