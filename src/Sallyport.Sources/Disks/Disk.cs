using System.Text;

namespace Sallyport.Sources.Disks;

/// <summary>The file system, by paths that are bytes. Nothing here throws for what a hostile tree can hold: failures are reasons.</summary>
internal abstract class Disk
{
    /// <summary>The one that fits this machine.</summary>
    public static Disk Current { get; } = OperatingSystem.IsLinux() && Environment.Is64BitProcess ? new LinuxDisk() : new PortableDisk();

    /// <summary>Adds the names in <paramref name="folder"/> (none of <c>.</c> and <c>..</c>) to <paramref name="entries"/>; answers why it could not, or null.</summary>
    public abstract string? List(ReadOnlySpan<byte> folder, List<DiskEntry> entries);

    /// <summary>Opens a regular file without ever waiting for one (a pipe has no writer); null with a reason when it cannot.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="follow">Whether a symbolic link is followed.</param>
    /// <param name="failure">Why not.</param>
    public abstract OpenFile? Open(ReadOnlySpan<byte> path, bool follow, out string failure);

    /// <summary>What lies at <paramref name="path"/>; <see cref="EntryType.Unknown"/> when there is nothing.</summary>
    public abstract EntryType TypeOf(ReadOnlySpan<byte> path, bool follow);

    /// <summary>How many names a file has, and what is the same for all of them; null where that is not known.</summary>
    public virtual (uint Links, (ulong, ulong) Id)? Identify(ReadOnlySpan<byte> path) => null;

    /// <summary>The whole of a small file, or null when it is missing, not a regular file or longer than <paramref name="limit"/>.</summary>
    public byte[]? ReadSmall(ReadOnlySpan<byte> path, int limit, bool follow = true)
    {
        using var file = Open(path, follow, out _);
        if (file is null || file.Length > limit)
        {
            return null;
        }

        var bytes = new byte[file.Length];
        var filled = 0;
        int read;
        while (filled < bytes.Length && (read = file.Read(bytes.AsSpan(filled))) > 0)
        {
            filled += read;
        }

        return filled == bytes.Length ? bytes : bytes[..filled];
    }

    /// <inheritdoc cref="ReadSmall(ReadOnlySpan{byte}, int, bool)"/>
    public byte[]? ReadSmall(string path, int limit, bool follow = true) => ReadSmall(Encoding.UTF8.GetBytes(path), limit, follow);
}
