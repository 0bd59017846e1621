using System.Runtime.InteropServices;

namespace Sallyport.Sources.Disks;

/// <summary>The Linux file system through the C library: names stay the bytes they are.</summary>
internal sealed unsafe class LinuxDisk : Disk
{
    // struct dirent of glibc and musl on 64-bit machines: d_ino, d_off, d_reclen, d_type, d_name.
    private const int TypeOffset = 18;
    private const int NameOffset = 19;
    private const int EmptyPath = 0x1000;

    public override string? List(ReadOnlySpan<byte> folder, List<DiskEntry> entries)
    {
        var path = stackalloc byte[LibC.PathLimit];
        if (!Terminate(folder.IsEmpty ? "."u8 : folder, path))
        {
            return Failures.TooLong;
        }

        var handle = LibC.OpenFolder(path);
        if (handle == 0)
        {
            return Failures.Reason(Marshal.GetLastPInvokeError());
        }

        byte* entry;
        while ((entry = LibC.ReadFolder(handle)) != null)
        {
            var name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(entry + NameOffset);
            if (name is not [(byte)'.'] and not [(byte)'.', (byte)'.'])
            {
                entries.Add(new DiskEntry(name.ToArray(), Type(entry[TypeOffset])));
            }
        }

        _ = LibC.CloseFolder(handle);
        return null;
    }

    public override OpenFile? Open(ReadOnlySpan<byte> path, bool follow, out string failure)
    {
        var terminated = stackalloc byte[LibC.PathLimit];
        if (!Terminate(path, terminated))
        {
            failure = Failures.TooLong;
            return null;
        }

        var flags = LibC.ReadOnly | LibC.NonBlocking | LibC.CloseOnExec | (follow ? 0 : LibC.OpenNoFollow);
        var descriptor = LibC.Open(terminated, flags);
        if (descriptor < 0)
        {
            failure = Failures.Reason(Marshal.GetLastPInvokeError());
            return null;
        }

        LibC.FileStatus status;
        *terminated = 0;
        var known = LibC.Stat(descriptor, terminated, EmptyPath, LibC.TypeAndSize, &status) == 0;
        if (known && status.Type == EntryType.File)
        {
            failure = "";
            return new LinuxFile(descriptor, (long)status.Size);
        }

        failure = known ? Failures.Reason(status.Type) : Failures.Reason(Marshal.GetLastPInvokeError());
        _ = LibC.Close(descriptor);
        return null;
    }

    public override EntryType TypeOf(ReadOnlySpan<byte> path, bool follow)
    {
        var terminated = stackalloc byte[LibC.PathLimit];
        LibC.FileStatus status;
        return Terminate(path.IsEmpty ? "."u8 : path, terminated)
            && LibC.Stat(LibC.CurrentFolder, terminated, follow ? 0 : LibC.DoNotFollow, LibC.TypeAndSize, &status) == 0
            ? status.Type
            : EntryType.Unknown;
    }

    public override (uint Links, (ulong, ulong) Id)? Identify(ReadOnlySpan<byte> path)
    {
        var terminated = stackalloc byte[LibC.PathLimit];
        LibC.FileStatus status;
        return Terminate(path, terminated) && LibC.Stat(LibC.CurrentFolder, terminated, LibC.DoNotFollow, LibC.LinksAndNumber, &status) == 0
            ? (status.Links, (status.Device, status.Number))
            : null;
    }

    private static bool Terminate(ReadOnlySpan<byte> path, byte* into)
    {
        if (path.Length >= LibC.PathLimit || path.Contains((byte)0))
        {
            return false;
        }

        path.CopyTo(new Span<byte>(into, LibC.PathLimit));
        into[path.Length] = 0;
        return true;
    }

    private static EntryType Type(byte type) => type switch
    {
        8 => EntryType.File,
        4 => EntryType.Folder,
        10 => EntryType.SymbolicLink,
        1 => EntryType.Pipe,
        12 => EntryType.Socket,
        2 or 6 => EntryType.Device,
        _ => EntryType.Unknown,
    };
}
