using System.Buffers.Binary;
using System.Text;
using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Probes;

/// <summary>What probes are made of.</summary>
internal static class Tries
{
    public const int Here = -100;
    public const int ReadOnly = 0;
    public const int WriteOnly = 1;
    public const int Create = 0x40 | 1;
    public const int UserNamespace = 0x1000_0000;
    public const int MountNamespace = 0x20000;

    public static Operand Open(SyscallProgram program, string path, int flags) => program.Call(path, Syscall.Open, program.Text(path), flags | LibC.CloseOnExec, 0x180);

    /// <summary>Opens and reads at least one byte.</summary>
    public static void Read(SyscallProgram program, string path)
    {
        var file = Open(program, path, ReadOnly);
        program.Call("read " + path, Syscall.Read, file, program.Zeros(64), 64);
        program.FailOn(0);
    }

    /// <summary>Creates a file that was not there and takes it away again.</summary>
    public static void Make(SyscallProgram program, string path)
    {
        Open(program, path, Create);
        program.Try("remove", Syscall.Unlink, program.Text(path));
    }

    /// <summary>Opens a file for writing and leaves it as it is.</summary>
    public static void Write(SyscallProgram program, string path) => Open(program, path, WriteOnly);

    public static Operand Socket(SyscallProgram program, int family, int type, int protocol = 0) => program.Call("socket", Syscall.Socket, family, type, protocol);

    public static void Connect(SyscallProgram program, Operand socket, byte[] address) => program.Call("connect", Syscall.Connect, socket, program.Bytes(address), address.Length);

    public static byte[] Internet(int port, uint address = 0x7F00_0001)
    {
        var bytes = new byte[16];
        bytes[0] = 2;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)port);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), address);
        return bytes;
    }

    public static byte[] Internet6(int port)
    {
        var bytes = new byte[28];
        bytes[0] = 10;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)port);
        bytes[23] = 1;
        return bytes;
    }

    public static byte[] Unix(string path)
    {
        var bytes = new byte[2 + Encoding.UTF8.GetByteCount(path) + (path[0] == '\0' ? 0 : 1)];
        bytes[0] = 1;
        Encoding.UTF8.GetBytes(path, bytes.AsSpan(2));
        return bytes;
    }

    /// <summary>Sends a datagram and waits for the answer, at most a second.</summary>
    public static void Ask(SyscallProgram program, Operand socket, byte[] address, byte[] question)
    {
        program.Call("timeout", Syscall.Setsockopt, socket, 1, 20, program.Words(1, 0), 16);
        program.Call("send", Syscall.Sendto, socket, program.Bytes(question), question.Length, 0, program.Bytes(address), address.Length);
        program.Call("receive", Syscall.Recvfrom, socket, program.Zeros(512), 512, 0, 0, 0);
    }

    /// <summary>Enters namespaces of its own, which gives all rights over them.</summary>
    public static void Alone(SyscallProgram program) => program.Call("namespaces", Syscall.Unshare, UserNamespace | MountNamespace);
}
