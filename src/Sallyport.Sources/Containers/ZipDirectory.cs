using System.Buffers.Binary;

namespace Sallyport.Sources.Containers;

/// <summary>Where a zip archive's central directory lies.</summary>
/// <param name="Start">Its offset in the file.</param>
/// <param name="Length">Its length.</param>
/// <param name="Before">How many bytes stand before the archive itself (a self-extracting program, a browser extension's header).</param>
internal readonly record struct ZipDirectory(long Start, long Length, long Before)
{
    private const int EndSize = 22;
    private const int LargeEndSize = 56;
    private const int LocatorSize = 20;

    /// <summary>Finds it from the end of the file; null when the file is no whole zip archive.</summary>
    public static ZipDirectory? Find(Stream zip)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndSize + ushort.MaxValue + LocatorSize + LargeEndSize)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at + EndSize > tail.Length)
        {
            return null;
        }

        long length = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12));
        long start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        var end = zip.Length - tail.Length + at;
        if (start == uint.MaxValue || length == uint.MaxValue)
        {
            var large = at - LocatorSize - LargeEndSize;
            if (large < 0 || !tail.AsSpan(large).StartsWith("PK\x06\x06"u8))
            {
                return null;
            }

            length = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(large + 40));
            start = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(large + 48));
            end -= LocatorSize + LargeEndSize;
        }

        var before = end - length - start;
        return length < 0 || start < 0 || before < 0 ? null : new ZipDirectory(end - length, length, before);
    }
}
