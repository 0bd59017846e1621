using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sallyport.Sources.Disks;

/// <summary>A file descriptor.</summary>
internal sealed unsafe class LinuxFile(int descriptor, long length) : OpenFile
{
    private int _descriptor = descriptor;
    private FileStream? _stream;

    public override long Length => length;

    public override int Read(Span<byte> buffer)
    {
        fixed (byte* to = buffer)
        {
            var read = LibC.Read(_descriptor, to, buffer.Length);
            if (read < 0)
            {
                Failure = Failures.Reason(Marshal.GetLastPInvokeError());
            }

            return (int)read;
        }
    }

    public override Stream ToStream()
    {
        if (_stream is null)
        {
            _stream = new FileStream(new SafeFileHandle(_descriptor, ownsHandle: true), FileAccess.Read, bufferSize: 0);
            _descriptor = -1;
        }

        _stream.Position = 0;
        return _stream;
    }

    public override void Dispose()
    {
        _stream?.Dispose();
        if (_descriptor >= 0)
        {
            _ = LibC.Close(_descriptor);
            _descriptor = -1;
        }
    }
}
