using System.Text;
using Sallyport.Sources.Disks;

namespace Sallyport.Sources.Snapshots;

/// <summary>The list of all that a snapshot keeps.</summary>
/// <param name="Id">The snapshot.</param>
/// <param name="Read">When the tree was read, in nanoseconds since 1970.</param>
/// <param name="Entries">What it keeps; folders before what is in them.</param>
/// <param name="Left">What it does not keep.</param>
internal sealed record Manifest(string Id, long Read, IReadOnlyList<TreeEntry> Entries, IReadOnlyList<LeftOut> Left)
{
    private const byte Version = 1;

    /// <summary>Whether an entry is, or lies in, what this does not keep: nobody knows how it was.</summary>
    public bool Leaves(TreeEntry entry)
    {
        foreach (var left in Left)
        {
            if (left.Path.EndsWith('/') ? (entry.Shown + "/").StartsWith(left.Path, StringComparison.Ordinal) : entry.Shown == left.Path)
            {
                return true;
            }
        }

        return false;
    }

    public byte[] Write()
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.Latin1);
        writer.Write(Version);
        writer.Write(Id);
        writer.Write(Read);
        writer.Write(Entries.Count);
        foreach (var entry in Entries)
        {
            writer.Write(entry.Path);
            writer.Write((byte)entry.Type);
            writer.Write(entry.Mode);
            writer.Write(entry.Modified);
            writer.Write(entry.Changed);
            writer.Write(entry.Inode);
            writer.Write(entry.Size);
            writer.Write(entry.Blob);
        }

        writer.Write(Left.Count);
        foreach (var left in Left)
        {
            writer.Write(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(left.Path)));
            writer.Write(left.Reason);
        }

        return memory.ToArray();
    }

    public static Manifest Parse(byte[] data)
    {
        using var reader = new BinaryReader(new MemoryStream(data), Encoding.Latin1);
        if (reader.ReadByte() != Version)
        {
            throw new IOException("this snapshot was made by another version");
        }

        var (id, read, count) = (reader.ReadString(), reader.ReadInt64(), reader.ReadInt32());
        var entries = new List<TreeEntry>(Math.Min(count, 1 << 16));
        for (var i = 0; i < count; i++)
        {
            entries.Add(new TreeEntry(reader.ReadString(), (EntryType)reader.ReadByte(), reader.ReadUInt16(), reader.ReadInt64())
            {
                Changed = reader.ReadInt64(),
                Inode = reader.ReadUInt64(),
                Size = reader.ReadInt64(),
                Blob = reader.ReadString(),
            });
        }

        var left = new LeftOut[reader.ReadInt32()];
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = new LeftOut(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(reader.ReadString())), reader.ReadString());
        }

        return new Manifest(id, read, entries, left);
    }
}
