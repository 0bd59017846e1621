namespace Sallyport.Proxy.Egress.Http;

/// <summary>One side of a connection: reads ahead into a buffer of its own.</summary>
internal sealed class Wire(Stream stream) : IAsyncDisposable
{
    private const int Longest = 65536;
    private readonly byte[] _buffer = new byte[Longest];
    private int _from;
    private int _to;

    public Stream Stream => stream;

    /// <summary>What was read and not taken yet.</summary>
    public ReadOnlyMemory<byte> Ahead => _buffer.AsMemory(_from, _to - _from);

    /// <summary>Reads more; false at the end.</summary>
    public async ValueTask<bool> Fill(CancellationToken cancellation)
    {
        if (_from == _to)
        {
            _from = _to = 0;
        }
        else if (_to == _buffer.Length)
        {
            if (_from == 0)
            {
                throw new EgressRefusal("a head is longer than 64 KB");
            }

            Buffer.BlockCopy(_buffer, _from, _buffer, 0, _to - _from);
            (_from, _to) = (0, _to - _from);
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_to), cancellation).ConfigureAwait(false);
        _to += read;
        return read > 0;
    }

    public void Take(int count) => _from += count;

    /// <summary>Reads up to the empty line that ends a head, with it; null when nothing came at all.</summary>
    public async ValueTask<byte[]?> Head(CancellationToken cancellation)
    {
        while (true)
        {
            var end = Ahead.Span.IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                var head = Ahead[..(end + 4)].ToArray();
                Take(head.Length);
                return head;
            }

            if (!await Fill(cancellation).ConfigureAwait(false))
            {
                return Ahead.IsEmpty ? null : throw new EgressRefusal("a head breaks off");
            }
        }
    }

    /// <summary>Reads a line that ends with CR and LF, without them.</summary>
    public async ValueTask<byte[]> Line(CancellationToken cancellation)
    {
        while (true)
        {
            var end = Ahead.Span.IndexOf("\r\n"u8);
            if (end >= 0)
            {
                var line = Ahead[..end].ToArray();
                Take(end + 2);
                return line;
            }

            if (!await Fill(cancellation).ConfigureAwait(false))
            {
                throw new EgressRefusal("a line breaks off");
            }
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
