using System.Buffers.Binary;

namespace Sallyport.Sources.Containers;

/// <summary>A record of a zip archive's central directory.</summary>
internal readonly ref struct ZipEntry
{
    private const uint Signature = 0x02014B50;
    private const int FixedSize = 46;

    private ZipEntry(ReadOnlySpan<byte> record)
    {
        Flags = BinaryPrimitives.ReadUInt16LittleEndian(record[8..]);
        Method = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        Packed = BinaryPrimitives.ReadUInt32LittleEndian(record[20..]);
        Unpacked = BinaryPrimitives.ReadUInt32LittleEndian(record[24..]);
        var name = BinaryPrimitives.ReadUInt16LittleEndian(record[28..]);
        var extra = BinaryPrimitives.ReadUInt16LittleEndian(record[30..]);
        var comment = BinaryPrimitives.ReadUInt16LittleEndian(record[32..]);
        HeaderAt = BinaryPrimitives.ReadUInt32LittleEndian(record[42..]);
        Size = FixedSize + name + extra + comment;
        if (Size > record.Length)
        {
            return;
        }

        Name = record.Slice(FixedSize, name);
        (Packed, HeaderAt) = Large(record.Slice(FixedSize + name, extra), Unpacked == uint.MaxValue, Packed, HeaderAt);
    }

    public ReadOnlySpan<byte> Name { get; }

    public ushort Flags { get; }

    public ushort Method { get; }

    public long Packed { get; }

    /// <summary>How long the content is, at least: past 4 GB all ones.</summary>
    public uint Unpacked { get; }

    /// <summary>Where the entry's own header begins.</summary>
    public long HeaderAt { get; }

    /// <summary>Size of this record.</summary>
    public int Size { get; }

    public bool IsFolder => Name.EndsWith("/"u8);

    public bool IsEncrypted => (Flags & 1) != 0;

    /// <summary>Reads the record at the start of <paramref name="directory"/>; false when there is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> directory, out ZipEntry entry)
    {
        entry = default;
        if (directory.Length < FixedSize || BinaryPrimitives.ReadUInt32LittleEndian(directory) != Signature)
        {
            return false;
        }

        entry = new ZipEntry(directory);
        return entry.Size <= directory.Length;
    }

    // Sizes past 4 GB stand in an extra field, and only those that are marked by all ones.
    private static (long Packed, long HeaderAt) Large(ReadOnlySpan<byte> extra, bool unpackedIsThere, long packed, long headerAt)
    {
        while (extra.Length >= 4)
        {
            var size = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1)
            {
                var field = extra.Slice(4, size);
                field = unpackedIsThere && field.Length >= 8 ? field[8..] : field;
                if (packed == uint.MaxValue && field.Length >= 8)
                {
                    packed = BinaryPrimitives.ReadInt64LittleEndian(field);
                    field = field[8..];
                }

                headerAt = headerAt == uint.MaxValue && field.Length >= 8 ? BinaryPrimitives.ReadInt64LittleEndian(field) : headerAt;
            }

            extra = extra[(4 + size)..];
        }

        return (packed, headerAt);
    }
}
