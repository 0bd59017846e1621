using System.Text;
using Sallyport.Sources.Disks;

namespace Sallyport.Sources.Snapshots;

/// <summary>Something in a tree, as a snapshot keeps it.</summary>
/// <param name="Path">Relative to the root, every byte of the name as one character, so that any name is a text.</param>
/// <param name="Type">File, folder or symbolic link.</param>
/// <param name="Mode">The permission bits.</param>
/// <param name="Modified">Nanoseconds since 1970.</param>
internal sealed record TreeEntry(string Path, EntryType Type, ushort Mode, long Modified)
{
    /// <summary>Nanoseconds since 1970 of the last change of content, name or rights.</summary>
    public long Changed { get; init; }

    public ulong Inode { get; init; }

    public long Size { get; init; }

    /// <summary>Git's name of the content (a file's bytes, a link's target); empty for a folder.</summary>
    public string Blob { get; init; } = "";

    /// <summary>The name as the file system has it.</summary>
    public byte[] Name => Encoding.Latin1.GetBytes(Path);

    /// <summary>The path as people read it.</summary>
    public string Shown => Encoding.UTF8.GetString(Name);

    /// <summary>Whether both are the same to anybody who reads them.</summary>
    public bool SameAs(TreeEntry other) => Type == other.Type && Mode == other.Mode && Blob == other.Blob;

    /// <summary>Whether the content cannot have changed since <paramref name="known"/> was read: a change within the clock's grain after <paramref name="read"/> could hide.</summary>
    public bool IsStill(TreeEntry known, long read)
    {
        const long Grain = 50_000_000;
        return Type == known.Type && Size == known.Size && Modified == known.Modified && Changed == known.Changed && Inode == known.Inode
            && Math.Max(Modified, Changed) < read - Grain;
    }
}
