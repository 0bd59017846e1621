using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Sallyport.Proxy.Egress.Http;

namespace Sallyport.Proxy.Egress;

/// <summary>One connection of the sandbox, from its first byte to its end.</summary>
internal sealed partial class EgressConnection(Socket client, Gatekeeper keeper, CertificateMaker certificates, TimeProvider time) : IAsyncDisposable
{
    private readonly Wire _client = new(new NetworkStream(client, ownsSocket: true));
    private string _host = "";
    private int _port;
    private long _sent;
    private long _received;
    private long _credentials;

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    public async Task Run(CancellationToken cancellation)
    {
        try
        {
            if (await _client.Fill(cancellation).ConfigureAwait(false))
            {
                await (_client.Ahead.Span[0] == 5 ? Socks(cancellation) : Http(cancellation)).ConfigureAwait(false);
                Tell("allowed", "");
            }
        }
        catch (EgressRefusal refusal)
        {
            Tell(refusal.Outcome, refusal.Message);
            await Answer(refusal, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException or OperationCanceledException or ObjectDisposedException)
        {
            Tell(_sent + _received > 0 ? "allowed" : "failed", e is AuthenticationException ? "TLS: " + e.Message : e.GetType().Name);
        }
    }

    private void Tell(string outcome, string reason)
    {
        if (_host.Length == 0 && outcome == "allowed")
        {
            return;
        }

        keeper.Options.Record(new EgressRecord(_host, _port, outcome, reason) { Sent = _sent, Received = _received, Credentials = _credentials });
        (_sent, _received, _credentials) = (0, 0, 0);
    }

    /// <summary>Says to the client why, in its own words, as long as it listens.</summary>
    private async Task Answer(EgressRefusal refusal, CancellationToken cancellation)
    {
        var body = $"sallyport: {refusal.Message}\n";
        var status = refusal.Outcome == "refused" ? "403 Forbidden" : "502 Bad Gateway";
        try
        {
            if (_answer is { } stream)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"), cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            return; // it does not listen
        }
    }

    /// <summary>Where a refusal can be told in HTTP; null where the client would not understand it.</summary>
    private Stream? _answer;

    private void Count(List<EgressRule> rules, int bytes, bool up)
    {
        if (up)
        {
            _sent += bytes;
        }
        else
        {
            _received += bytes;
        }

        keeper.Count(_host, rules, bytes);
    }

    /// <summary>A connection to an allowed host, after CONNECT or SOCKS: TLS is ended here, unless the rule says tunnel; other than TLS and HTTP nothing passes.</summary>
    private async Task Through(List<EgressRule> rules, CancellationToken cancellation)
    {
        _answer = null;
        if (_client.Ahead.IsEmpty && !await _client.Fill(cancellation).ConfigureAwait(false))
        {
            return;
        }

        if (!ClientHello.Begins(_client.Ahead.Span[0]))
        {
            _answer = _client.Stream;
            await Requests(_client, null, rules, secure: false, cancellation).ConfigureAwait(false);
            return;
        }

        var name = await Greeting(cancellation).ConfigureAwait(false);
        if (HostName.Canonical(name ?? "") != _host && !(name is null && System.Net.IPAddress.TryParse(_host, out _)))
        {
            throw new EgressRefusal($"the TLS greeting asks for {name ?? "nobody"}, the connection was for {_host}");
        }

        if (rules.TrueForAll(r => r.Tunnel))
        {
            await Tunnel(rules, cancellation).ConfigureAwait(false);
            return;
        }

        var server = new SslStream(new AheadStream(_client), leaveInnerStreamOpen: false);
        await using (server.ConfigureAwait(false))
        {
            await server.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificates.For(_host), ApplicationProtocols = [SslApplicationProtocol.Http11] }, cancellation).ConfigureAwait(false);
            _answer = server;
            try
            {
                await Requests(new Wire(server), server, rules, secure: true, cancellation).ConfigureAwait(false);
            }
            catch (EgressRefusal refusal)
            {
                await Answer(refusal, cancellation).ConfigureAwait(false);
                _answer = null; // told, as long as TLS stands
                throw;
            }
        }
    }

    private async Task<string?> Greeting(CancellationToken cancellation)
    {
        while (ClientHello.Length(_client.Ahead.Span) is var length && (length == 0 || _client.Ahead.Length < length))
        {
            if (!await _client.Fill(cancellation).ConfigureAwait(false))
            {
                throw new EgressRefusal("the TLS greeting breaks off");
            }
        }

        return ClientHello.ServerName(_client.Ahead.Span[..ClientHello.Length(_client.Ahead.Span)]);
    }

    /// <summary>Passes bytes unread, once a handshake of our own has shown that the host's certificate is right.</summary>
    private async Task Tunnel(List<EgressRule> rules, CancellationToken cancellation)
    {
        await using (await Secure(rules, cancellation).ConfigureAwait(false))
        {
        }

        var host = await keeper.Connect(_host, _port, rules, cancellation).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            await Both(_client, new Wire(host), rules, cancellation).ConfigureAwait(false);
        }
    }

    private async Task Both(Wire near, Wire far, List<EgressRule> rules, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var up = Body.Pass(near, far.Stream, null, n => Count(rules, n, up: true), null, end.Token);
        var down = Body.Pass(far, near.Stream, null, n => Count(rules, n, up: false), null, end.Token);
        var first = await Task.WhenAny(up, down).ConfigureAwait(false);
        if (first == up && up.IsCompletedSuccessfully && far.Stream is NetworkStream { Socket: var socket })
        {
            socket.Shutdown(SocketShutdown.Send);
            await down.ConfigureAwait(false);
        }

        await end.CancelAsync().ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    private async Task<SslStream> Secure(List<EgressRule> rules, CancellationToken cancellation)
    {
        var stream = await keeper.Connect(_host, _port, rules, cancellation).ConfigureAwait(false);
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        try
        {
            await secure.AuthenticateAsClientAsync(Verification.For(_host, keeper.Options.Roots), cancellation).ConfigureAwait(false);
            return secure;
        }
        catch (AuthenticationException e)
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            throw new EgressRefusal($"the certificate of {_host} is not right: {e.Message}");
        }
        catch
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
