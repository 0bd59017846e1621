using System.Runtime.InteropServices;

namespace Sallyport.Sources.Disks;

/// <summary>The calls into the C library that .NET has no byte-true form of. Linux only.</summary>
internal static unsafe partial class LibC
{
    public const int ReadOnly = 0;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;
    public const int CurrentFolder = -100;
    public const int DoNotFollow = 0x100;
    public const uint TypeAndSize = 0x1 | 0x200;
    public const uint LinksAndNumber = 0x4 | 0x100;
    public const uint EverythingBasic = 0x7ff;
    public const int PathLimit = 4096;
    public const int WriteNew = 0x1 | 0x40 | 0x80;

    private const string Library = "libc";

    /// <summary>O_NOFOLLOW is one of the few flags that differ between processors.</summary>
    public static int OpenNoFollow { get; } =
        RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? 0x8000 : 0x20000;

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true)]
    public static partial int Open(byte* path, int flags);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* buffer, nint count);

    [LibraryImport(Library, EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport(Library, EntryPoint = "statx", SetLastError = true)]
    public static partial int Stat(int folder, byte* path, int flags, uint mask, FileStatus* status);

    [LibraryImport(Library, EntryPoint = "opendir", SetLastError = true)]
    public static partial nint OpenFolder(byte* path);

    [LibraryImport(Library, EntryPoint = "readdir")]
    public static partial byte* ReadFolder(nint folder);

    [LibraryImport(Library, EntryPoint = "closedir")]
    public static partial int CloseFolder(nint folder);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* buffer, nint count);

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true)]
    public static partial int Create(byte* path, int flags, uint mode);

    [LibraryImport(Library, EntryPoint = "fchmod", SetLastError = true)]
    public static partial int ChangeMode(int descriptor, uint mode);

    [LibraryImport(Library, EntryPoint = "chmod", SetLastError = true)]
    public static partial int ChangeMode(byte* path, uint mode);

    [LibraryImport(Library, EntryPoint = "mkdir", SetLastError = true)]
    public static partial int MakeFolder(byte* path, uint mode);

    [LibraryImport(Library, EntryPoint = "rmdir", SetLastError = true)]
    public static partial int RemoveFolder(byte* path);

    [LibraryImport(Library, EntryPoint = "unlink", SetLastError = true)]
    public static partial int Unlink(byte* path);

    [LibraryImport(Library, EntryPoint = "symlink", SetLastError = true)]
    public static partial int Link(byte* target, byte* path);

    [LibraryImport(Library, EntryPoint = "readlink", SetLastError = true)]
    public static partial nint ReadLink(byte* path, byte* buffer, nint count);

    [LibraryImport(Library, EntryPoint = "utimensat", SetLastError = true)]
    public static partial int SetTimes(int folder, byte* path, long* times, int flags);

    /// <summary>The part of <c>struct statx</c> that is read; the structure is the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    public struct FileStatus
    {
        [FieldOffset(16)]
        public uint Links;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Number;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public long ChangedSeconds;

        [FieldOffset(104)]
        public uint ChangedNanoseconds;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;

        [FieldOffset(136)]
        public ulong Device;

        public readonly EntryType Type => (Mode & 0xF000) switch
        {
            0x8000 => EntryType.File,
            0x4000 => EntryType.Folder,
            0xA000 => EntryType.SymbolicLink,
            0x1000 => EntryType.Pipe,
            0xC000 => EntryType.Socket,
            _ => EntryType.Device,
        };
    }
}
