using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Sallyport.Sources.Contents;

/// <summary>Turns UTF-16 and UTF-32 into UTF-8; what is malformed becomes U+FFFD.</summary>
internal static class Transcoder
{
    /// <summary>The most UTF-8 bytes that <paramref name="length"/> bytes can become.</summary>
    public static int Bound(int length) => (length / 2 * 3) + 3;

    /// <summary>Transcodes as much of <paramref name="source"/> as is complete. The source is scratch space and may be changed.</summary>
    /// <returns>How many bytes were used and how many written.</returns>
    public static (int Used, int Written) ToUtf8(TextEncoding encoding, Span<byte> source, Span<byte> target, bool last)
    {
        if (encoding is TextEncoding.Utf32LittleEndian or TextEncoding.Utf32BigEndian)
        {
            return FromUtf32(source, target, encoding == TextEncoding.Utf32BigEndian);
        }

        var units = MemoryMarshal.Cast<byte, ushort>(source);
        if (encoding == TextEncoding.Utf16BigEndian)
        {
            BinaryPrimitives.ReverseEndianness(units, units);
        }

        var status = Utf8.FromUtf16(MemoryMarshal.Cast<ushort, char>(units), target, out var read, out var written, replaceInvalidSequences: true, isFinalBlock: last);
        if (status != OperationStatus.Done && encoding == TextEncoding.Utf16BigEndian)
        {
            BinaryPrimitives.ReverseEndianness(units[read..], units[read..]);
        }

        return (read * 2, written);
    }

    private static (int Used, int Written) FromUtf32(ReadOnlySpan<byte> source, Span<byte> target, bool bigEndian)
    {
        var written = 0;
        var at = 0;
        for (; at + 4 <= source.Length && written + 4 <= target.Length; at += 4)
        {
            var value = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(source[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(source[at..]);
            written += (Rune.TryCreate(value, out var rune) ? rune : Rune.ReplacementChar).EncodeToUtf8(target[written..]);
        }

        return (at, written);
    }
}
