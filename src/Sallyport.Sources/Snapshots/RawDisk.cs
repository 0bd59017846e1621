using System.Runtime.InteropServices;
using System.Text;
using Sallyport.Sources.Disks;

namespace Sallyport.Sources.Snapshots;

/// <summary>Writes and reads a tree by names that are bytes. A call that fails throws <see cref="IOException"/>. Linux only.</summary>
internal static unsafe class RawDisk
{
    private const uint AllBits = 0xFFF;
    private const int Missing = 2;
    private const int NoFolder = 20;

    public static bool Works => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>What lies at a path; null when nothing does.</summary>
    public static TreeEntry? Look(byte[] root, string path)
    {
        LibC.FileStatus status;
        fixed (byte* full = Full(root, path))
        {
            if (LibC.Stat(LibC.CurrentFolder, full, LibC.DoNotFollow, LibC.EverythingBasic, &status) != 0)
            {
                return Marshal.GetLastPInvokeError() is Missing or NoFolder ? null : throw Failed("looked at", path);
            }
        }

        return new TreeEntry(path, status.Type, (ushort)(status.Mode & AllBits), Time(status.ModifiedSeconds, status.ModifiedNanoseconds))
        {
            Changed = Time(status.ChangedSeconds, status.ChangedNanoseconds),
            Inode = status.Number,
            Size = (long)status.Size,
        };
    }

    public static byte[] ReadLink(byte[] root, string path)
    {
        var target = new byte[LibC.PathLimit];
        fixed (byte* full = Full(root, path), into = target)
        {
            var length = LibC.ReadLink(full, into, target.Length);
            return length >= 0 ? target[..(int)length] : throw Failed("read", path);
        }
    }

    public static void MakeFolder(byte[] root, string path)
    {
        fixed (byte* full = Full(root, path))
        {
            Check(LibC.MakeFolder(full, 0x1C0), "made", path);
        }
    }

    public static void Link(byte[] root, string path, byte[] target)
    {
        fixed (byte* full = Full(root, path), to = Ended(target))
        {
            Check(LibC.Link(to, full), "made", path);
        }
    }

    public static void Write(byte[] root, string path, byte[] content, ushort mode)
    {
        fixed (byte* full = Full(root, path), from = content)
        {
            var descriptor = LibC.Create(full, LibC.WriteNew | LibC.CloseOnExec | LibC.OpenNoFollow, 0x180);
            Check(descriptor, "written", path);
            for (var at = 0; at < content.Length;)
            {
                var written = LibC.Write(descriptor, from + at, content.Length - at);
                if (written <= 0)
                {
                    _ = LibC.Close(descriptor);
                    throw Failed("written", path);
                }

                at += (int)written;
            }

            var set = LibC.ChangeMode(descriptor, mode);
            _ = LibC.Close(descriptor);
            Check(set, "given its rights", path);
        }
    }

    public static void SetMode(byte[] root, string path, int mode)
    {
        fixed (byte* full = Full(root, path))
        {
            Check(LibC.ChangeMode(full, (uint)mode), "given its rights", path);
        }
    }

    public static void SetTime(byte[] root, string path, long modified)
    {
        const int Omit = (1 << 30) - 2;
        var times = stackalloc long[4] { 0, Omit, Math.DivRem(modified, 1_000_000_000, out var nanoseconds), nanoseconds };
        fixed (byte* full = Full(root, path))
        {
            Check(LibC.SetTimes(LibC.CurrentFolder, full, times, LibC.DoNotFollow), "given its time", path);
        }
    }

    public static void Remove(byte[] root, TreeEntry entry)
    {
        fixed (byte* full = Full(root, entry.Path))
        {
            Check(entry.Type == EntryType.Folder ? LibC.RemoveFolder(full) : LibC.Unlink(full), "removed", entry.Path);
        }
    }

    /// <summary>A path below the root as the C library takes it.</summary>
    public static byte[] Full(byte[] root, string path)
    {
        var full = new byte[root.Length + path.Length + 2];
        root.CopyTo(full, 0);
        full[root.Length] = (byte)'/';
        Encoding.Latin1.GetBytes(path, full.AsSpan(root.Length + 1));
        return full;
    }

    private static byte[] Ended(byte[] text) => [.. text, 0];

    private static long Time(long seconds, uint nanoseconds) => (seconds * 1_000_000_000) + nanoseconds;

    private static void Check(int result, string what, string path)
    {
        if (result < 0)
        {
            throw Failed(what, path);
        }
    }

    private static IOException Failed(string what, string path) =>
        new($"`{Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(path))}` cannot be {what}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
}
