using System.Net.Sockets;

namespace Sallyport.Proxy.Egress;

/// <summary>The only way out of a sandbox: accepts on a socket that lies inside, and lets through what rules allow.</summary>
/// <remarks>HTTP with absolute addresses, CONNECT and SOCKS5 at one port. TLS is ended here and begun again towards the host, so that the host of the request, of the certificate and of the connection are one.</remarks>
public sealed class EgressProxy : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly Gatekeeper _keeper;
    private readonly CertificateMaker _certificates;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _places;
    private readonly Task _accepting;

    /// <summary>Starts to accept on a socket that listens already.</summary>
    public EgressProxy(Socket listener, EgressOptions options, CertificateMaker certificates, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_listener, _keeper, _certificates, _time) = (listener, new Gatekeeper(options), certificates, time);
        _places = new SemaphoreSlim(options.Most);
        _accepting = Accept();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        for (var place = 0; place < _keeper.Options.Most; place++)
        {
            await _places.WaitAsync().ConfigureAwait(false); // every connection has been recorded
        }

        _places.Dispose();
        _end.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                await _places.WaitAsync(_end.Token).ConfigureAwait(false);
                Socket client;
                try
                {
                    client = await _listener.AcceptAsync(_end.Token).ConfigureAwait(false);
                }
                catch
                {
                    _places.Release();
                    throw;
                }

                client.NoDelay = true;
                _ = Serve(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return; // the sandbox has ended
        }
    }

    private async Task Serve(Socket client)
    {
        try
        {
            await using var connection = new EgressConnection(client, _keeper, _certificates, _time);
            await connection.Run(_end.Token).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }
}
