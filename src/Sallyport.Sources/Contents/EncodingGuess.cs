namespace Sallyport.Sources.Contents;

/// <summary>Tells a content's encoding from its beginning.</summary>
/// <param name="Encoding">How it spells text.</param>
/// <param name="MarkLength">Length of the byte order mark.</param>
internal readonly record struct EncodingGuess(TextEncoding Encoding, int MarkLength = 0)
{
    // As far as git looks for a NUL before it calls a file binary.
    private const int Looked = 8000;

    public static EncodingGuess Of(ReadOnlySpan<byte> head)
    {
        if (head is [0xEF, 0xBB, 0xBF, ..])
        {
            return new EncodingGuess(TextEncoding.Bytes, 3);
        }

        if (head is [0xFF, 0xFE, 0, 0, ..])
        {
            return new EncodingGuess(TextEncoding.Utf32LittleEndian, 4);
        }

        if (head is [0, 0, 0xFE, 0xFF, ..])
        {
            return new EncodingGuess(TextEncoding.Utf32BigEndian, 4);
        }

        if (head is [0xFF, 0xFE, ..])
        {
            return new EncodingGuess(TextEncoding.Utf16LittleEndian, 2);
        }

        if (head is [0xFE, 0xFF, ..])
        {
            return new EncodingGuess(TextEncoding.Utf16BigEndian, 2);
        }

        head = head[..Math.Min(head.Length, Looked)];
        return new EncodingGuess(head.Contains((byte)0) ? WithoutMark(head) : TextEncoding.Bytes);
    }

    // UTF-16 without a mark: every second byte of most text is zero, and the others are printable.
    private static TextEncoding WithoutMark(ReadOnlySpan<byte> head)
    {
        int little = 0, big = 0, empty = 0;
        var units = head.Length / 2;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            var (first, second) = (head[i], head[i + 1]);
            little += second == 0 && Printable(first) ? 1 : 0;
            big += first == 0 && Printable(second) ? 1 : 0;
            empty += (first | second) == 0 ? 1 : 0;
        }

        return units < 4 || empty > 0 ? TextEncoding.Binary
            : little * 10 >= units * 6 ? TextEncoding.Utf16LittleEndian
            : big * 10 >= units * 6 ? TextEncoding.Utf16BigEndian
            : TextEncoding.Binary;
    }

    private static bool Printable(byte c) => c is >= (byte)' ' and < 0x7F or (byte)'\t' or (byte)'\n' or (byte)'\r';
}
