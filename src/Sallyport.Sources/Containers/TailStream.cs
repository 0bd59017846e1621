using System.Buffers.Binary;
using Sallyport.Sources.Contents;

namespace Sallyport.Sources.Containers;

/// <summary>Passes a stream on and remembers its last four bytes: in gzip they say how long the content is, which is the only sign that one breaks off.</summary>
internal sealed class TailStream(Stream whole) : ReadOnlyStream
{
    private uint _tail;

    /// <summary>The last four bytes read, as a number.</summary>
    public uint Tail => BinaryPrimitives.ReverseEndianness(_tail);

    public override int Read(Span<byte> buffer)
    {
        var read = whole.Read(buffer);
        foreach (var b in buffer[Math.Max(0, read - 4)..read])
        {
            _tail = (_tail << 8) | b;
        }

        return read;
    }
}
