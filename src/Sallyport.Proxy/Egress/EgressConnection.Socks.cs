using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Sallyport.Proxy.Egress;

/// <content>SOCKS5: a name or an address, and a connection. No other command, no login.</content>
internal sealed partial class EgressConnection
{
    private const byte Allowed = 0;
    private const byte NotAllowed = 2;
    private const byte NotUnderstood = 7;

    private async Task Socks(CancellationToken cancellation)
    {
        await Need(2, cancellation).ConfigureAwait(false);
        var methods = _client.Ahead.Span[1];
        await Need(2 + methods, cancellation).ConfigureAwait(false);
        var without = _client.Ahead.Span.Slice(2, methods).Contains((byte)0);
        _client.Take(2 + methods);
        await _client.Stream.WriteAsync(new byte[] { 5, without ? (byte)0 : (byte)0xFF }, cancellation).ConfigureAwait(false);
        if (!without)
        {
            return;
        }

        await Need(5, cancellation).ConfigureAwait(false);
        var (command, kind, first) = (_client.Ahead.Span[1], _client.Ahead.Span[3], _client.Ahead.Span[4]);
        var length = kind switch { 1 => 4, 3 => 1 + first, 4 => 16, _ => 0 };
        if (command != 1 || length == 0)
        {
            await Reply(NotUnderstood, cancellation).ConfigureAwait(false);
            return;
        }

        await Need(4 + length + 2, cancellation).ConfigureAwait(false);
        var rules = await Target(kind, length, cancellation).ConfigureAwait(false);
        await Reply(Allowed, cancellation).ConfigureAwait(false);
        await Through(rules, cancellation).ConfigureAwait(false);
    }

    private async Task<List<EgressRule>> Target(byte kind, int length, CancellationToken cancellation)
    {
        try
        {
            var ahead = _client.Ahead.Span;
            var name = kind == 3 ? Encoding.ASCII.GetString(ahead.Slice(5, length - 1)) : new IPAddress(ahead.Slice(4, length)).ToString();
            var port = BinaryPrimitives.ReadUInt16BigEndian(ahead[(4 + length)..]);
            _client.Take(4 + length + 2);
            return Begin(HostName.Authority(kind == 4 ? $"[{name}]" : name, port) ?? Wrong(name));
        }
        catch (EgressRefusal)
        {
            await Reply(NotAllowed, cancellation).ConfigureAwait(false);
            throw;
        }
    }

    private async Task Need(int count, CancellationToken cancellation)
    {
        while (_client.Ahead.Length < count)
        {
            if (!await _client.Fill(cancellation).ConfigureAwait(false))
            {
                throw new EgressRefusal("the SOCKS greeting breaks off");
            }
        }
    }

    private ValueTask Reply(byte status, CancellationToken cancellation) =>
        _client.Stream.WriteAsync(new byte[] { 5, status, 0, 1, 0, 0, 0, 0, 0, 0 }, cancellation);
}
