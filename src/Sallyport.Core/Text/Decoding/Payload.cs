using System.IO.Compression;
using System.Text;

namespace Sallyport.Core.Text.Decoding;

/// <summary>What decoded bytes turn out to be: text, UTF-16 text, compressed text, or nothing to read.</summary>
internal static class Payload
{
    private const int InflateLimit = 4 * 1024 * 1024;

    public static bool IsCompressed(byte first, byte second) =>
        (first == 0x1F && second == 0x8B) || (first == 0x78 && second is 0x01 or 0x5E or 0x9C or 0xDA);

    public static void Add(ReadOnlyMemory<byte> outer, SpanMap.Segment segment, ReadOnlyMemory<byte> decoded, string how, List<DecodedText> found)
    {
        var bytes = decoded.Span;
        if (bytes.Length > 2 && IsCompressed(bytes[0], bytes[1]))
        {
            if (Inflate(bytes) is { } inflated && IsText(inflated))
            {
                found.Add(Whole(outer, segment, inflated, how + ", compressed"));
            }
        }
        else if (IsUtf16(bytes))
        {
            var text = Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes));
            found.Add(new DecodedText(text, new SpanMap(outer, [segment with { Inner = new(0, text.Length) }]), how + " of UTF-16"));
        }
        else if (IsText(bytes))
        {
            found.Add(new DecodedText(decoded, new SpanMap(outer, [segment]), how));
        }
    }

    private static DecodedText Whole(ReadOnlyMemory<byte> outer, SpanMap.Segment segment, byte[] text, string how) =>
        new(text, new SpanMap(outer, [new(new(0, text.Length), segment.Outer)]), how, text.Length >= InflateLimit);

    // Text may begin or end raggedly where the run took in a neighbour; most of it must be printable.
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        var odd = 0;
        foreach (var b in bytes)
        {
            odd += b is >= 0x20 and < 0x7F or (byte)'\n' or (byte)'\r' or (byte)'\t' ? 0 : 1;
        }

        return bytes.Length >= 8 && odd * 10 <= bytes.Length;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16)
        {
            return false;
        }

        var zeros = 0;
        for (var i = 1; i < bytes.Length; i += 2)
        {
            zeros += bytes[i] == 0 ? 1 : 0;
        }

        return zeros * 10 >= bytes.Length / 2 * 9;
    }

    // Over the limit the rest is left alone, which is reported; what was inflated is still looked at.
    private static byte[]? Inflate(ReadOnlySpan<byte> bytes)
    {
        using var input = new MemoryStream(bytes.ToArray());
        using Stream stream = bytes[0] == 0x1F ? new GZipStream(input, CompressionMode.Decompress) : new ZLibStream(input, CompressionMode.Decompress);
        using var output = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while (output.Length < InflateLimit && (read = stream.Read(buffer)) > 0)
            {
                output.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException) when (output.Length == 0)
        {
            return null; // it only looked like a header
        }
        catch (InvalidDataException)
        {
            // A torn stream: its readable beginning counts.
        }

        return output.ToArray();
    }
}
