using System.Runtime.InteropServices;
using System.Text;

namespace Sallyport.Sandbox.Native;

/// <summary>Who owns a file, what kind it is and which it is; .NET does not tell.</summary>
/// <param name="User">The user.</param>
/// <param name="Group">The group.</param>
/// <param name="Mode">Kind and permissions.</param>
/// <param name="Device">The file system's number.</param>
/// <param name="Inode">The file's number in it.</param>
internal sealed record FileOwner(uint User, uint Group, uint Mode, ulong Device, ulong Inode)
{
    private const int Here = -100;
    private const int NoFollow = 0x100;

    public bool IsFolder => (Mode & 0xF000) == 0x4000;

    public bool IsLink => (Mode & 0xF000) == 0xA000;

    public bool IsFile => (Mode & 0xF000) == 0x8000;

    /// <summary>Looks at <paramref name="path"/> itself, not at what it links to; null when it is not there.</summary>
    public static unsafe FileOwner? Of(string path)
    {
        var name = Encoding.UTF8.GetBytes(path + "\0");
        var buffer = stackalloc byte[256];
        fixed (byte* at = name)
        {
            if (LibC.Call(Syscall.Statx, Here, (nint)at, NoFollow, 0x17FF, (nint)buffer) != 0)
            {
                return null;
            }
        }

        var data = new ReadOnlySpan<byte>(buffer, 256);
        return new FileOwner(
            MemoryMarshal.Read<uint>(data[20..]), MemoryMarshal.Read<uint>(data[24..]), MemoryMarshal.Read<ushort>(data[28..]),
            MemoryMarshal.Read<ulong>(data[136..]), MemoryMarshal.Read<ulong>(data[32..]));
    }
}
