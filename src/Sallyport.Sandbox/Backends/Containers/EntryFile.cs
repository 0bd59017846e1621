using System.Text;
using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Backends.Containers;

/// <summary>The program that a container starts first, as a file that can be mounted into it, and a pipe that ends with Sallyport.</summary>
internal sealed class EntryFile : IDisposable
{
    private const UnixFileMode Anybody = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const int ReadWrite = 2;
    private readonly Descriptor? _hold;

    public unsafe EntryFile(string state, byte[] image)
    {
        Directory.CreateDirectory(state);
        Path = System.IO.Path.Combine(state, $"enter-{Environment.ProcessId}");
        File.WriteAllBytes(Path, image);
        File.SetUnixFileMode(Path, Anybody | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        File.Delete(Lifeline);
        var name = Encoding.UTF8.GetBytes(Lifeline + "\0");
        fixed (byte* at = name)
        {
            _ = LibC.Call(Syscall.Mknod, (nint)at, 0x1000 | 0x124, 0, 0, 0);
        }

        _hold = Descriptor.Open(Lifeline, ReadWrite);
    }

    public string Path { get; }

    public string Lifeline => Path + ".lifeline";

    public void Dispose()
    {
        _hold?.Dispose();
        File.Delete(Path);
        File.Delete(Lifeline);
    }
}
