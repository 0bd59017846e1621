namespace Sallyport.Sources.Disks;

/// <summary>A name in a folder, as the bytes the file system keeps: on Linux a name need not be valid UTF-8.</summary>
internal readonly record struct DiskEntry(byte[] Name, EntryType Type)
{
    public static readonly Comparison<DiskEntry> ByName = static (a, b) => a.Name.AsSpan().SequenceCompareTo(b.Name);

    public bool Is(ReadOnlySpan<byte> name) => Name.AsSpan().SequenceEqual(name);
}
