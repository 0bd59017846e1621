using Sallyport.Sources.Contents;

namespace Sallyport.Sources.Containers;

/// <summary>The next so many bytes of a stream.</summary>
internal sealed class PartStream(Stream whole, long length) : ReadOnlyStream
{
    /// <summary>What is left.</summary>
    public long Left { get; private set; } = length;

    public override int Read(Span<byte> buffer)
    {
        var read = whole.Read(buffer[..(int)Math.Min(buffer.Length, Left)]);
        Left -= read;
        return read;
    }

    /// <summary>Passes over the rest and <paramref name="more"/> bytes behind it; false when the stream ends before.</summary>
    public bool Finish(int more)
    {
        Left += more;
        Span<byte> scratch = stackalloc byte[4096];
        while (Left > 0)
        {
            if (Read(scratch) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
