using System.Runtime.InteropServices;

namespace Sallyport.Sandbox.Native;

/// <summary>A file descriptor of ours, closed on exec, numbered so high that it never lies where a child wants one.</summary>
internal sealed class Descriptor(int number) : IDisposable
{
    private const int DuplicateCloseOnExec = 1030;
    private const int Lowest = 100;

    public int Number { get; private set; } = number;

    /// <summary>Both ends of a pipe: what is written to the second is read from the first.</summary>
    public static unsafe (Descriptor Read, Descriptor Write) Pipe()
    {
        var ends = stackalloc int[2];
        Check(LibC.Pipe(ends, LibC.CloseOnExec), "pipe2");
        return (Moved(ends[0]), Moved(ends[1]));
    }

    /// <summary>Both ends of a connected pair of sockets.</summary>
    public static unsafe (Descriptor Ours, Descriptor Theirs) Pair()
    {
        var ends = stackalloc int[2];
        Check(LibC.SocketPair(1, 1 | LibC.CloseOnExec, 0, ends), "socketpair");
        return (Moved(ends[0]), Moved(ends[1]));
    }

    /// <summary>A file in memory.</summary>
    public static unsafe Descriptor Memory(string name, ReadOnlySpan<byte> content, bool executable = false)
    {
        var made = LibC.MemoryFile(name, executable ? 1u | 0x10u : 1u);
        var file = Moved(made >= 0 ? made : Check(LibC.MemoryFile(name, 1), "memfd_create")); // a kernel that knows nothing of MFD_EXEC
        fixed (byte* bytes = content)
        {
            for (nint at = 0; at < content.Length;)
            {
                at += Check((int)LibC.Write(file.Number, bytes + at, content.Length - at), "write");
            }
        }

        _ = LibC.Call(Syscall.Lseek, file.Number, 0, 0, 0, 0);
        return file;
    }

    /// <summary>A file of the disk or of <c>/proc</c>.</summary>
    public static Descriptor? Open(string path, int flags)
    {
        var opened = LibC.Open(path, flags | LibC.CloseOnExec, 0);
        return opened < 0 ? null : Moved(opened);
    }

    /// <summary>Reads what is there; 0 at the end.</summary>
    public unsafe int Read(Span<byte> into)
    {
        fixed (byte* bytes = into)
        {
            while (true)
            {
                var read = (int)LibC.Read(Number, bytes, into.Length);
                if (read >= 0 || Marshal.GetLastPInvokeError() != 4)
                {
                    return Math.Max(read, 0);
                }
            }
        }
    }

    /// <summary>Takes a descriptor that another process sent over this socket; -1 when it ended without.</summary>
    public unsafe int Receive()
    {
        const int CloseOnExecToo = 0x4000_0000;
        byte one;
        var part = stackalloc nint[2];
        part[0] = (nint)(&one);
        part[1] = 1;
        var control = stackalloc ulong[3];
        var message = stackalloc nint[7];
        message[0] = 0;
        message[1] = 0;
        message[2] = (nint)part;
        message[3] = 1;
        message[4] = (nint)control;
        message[5] = 24;
        message[6] = 0;
        return LibC.Call(Syscall.Recvmsg, Number, (nint)message, CloseOnExecToo, 0, 0) > 0 && message[5] >= 20 ? (int)control[2] : -1;
    }

    public unsafe void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* at = bytes)
        {
            Check((int)LibC.Write(Number, at, bytes.Length), "write");
        }
    }

    public void Dispose()
    {
        if (Number >= 0)
        {
            _ = LibC.Close(Number);
            Number = -1;
        }
    }

    private static Descriptor Moved(int low)
    {
        var high = LibC.Fcntl(low, DuplicateCloseOnExec, Lowest);
        if (high < 0)
        {
            return new Descriptor(low);
        }

        _ = LibC.Close(low);
        return new Descriptor(high);
    }

    private static int Check(int result, string call) =>
        result >= 0 ? result : throw new IOException($"{call}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
}
