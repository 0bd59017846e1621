using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Sallyport.Proxy.Egress;

/// <summary>A world outside on loopback: servers under names, a resolver that knows them, and a proxy before them.</summary>
internal sealed class Outside : IResolver, IAsyncDisposable
{
    private readonly Dictionary<string, IPAddress[]> _names = new(StringComparer.Ordinal);
    private readonly List<Socket> _listeners = [];
    private readonly CertificateMaker _authority = new(TimeProvider.System);
    private readonly CertificateMaker _certificates = new(TimeProvider.System);
    private readonly Socket _inside = new(SocketType.Stream, ProtocolType.Tcp);
    private EgressProxy? _proxy;

    /// <summary>What the proxy wrote down.</summary>
    public List<EgressRecord> Records { get; } = [];

    /// <summary>Heads that servers were sent.</summary>
    public List<string> Seen { get; } = [];

    public int Plain { get; private set; }

    public int Secure { get; private set; }

    /// <summary>What every server answers with; the head of the request is put in for <c>%</c>.</summary>
    public Func<string, string> Answer { get; set; } = head => $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.Latin1.GetByteCount(head)}\r\n\r\n{head}";

    public static async Task<Outside> Start(params string[] rules) => await Start(_ => { }, rules);

    public static Task<Outside> Start(Action<Outside> prepare, params string[] rules)
    {
        var world = new Outside();
        world.Plain = world.Serve(secure: false, "");
        world.Secure = world.Serve(secure: true, "good.test");
        foreach (var name in (string[])["good.test", "api.good.test", "other.test"])
        {
            world._names[name] = [IPAddress.Loopback];
        }

        prepare(world);
        world._inside.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        world._inside.Listen(64);
        world.Options = (world.Options ?? new EgressOptions { Rules = [] }) with
        {
            Rules = [.. rules.Select(r => EgressRule.Parse(r.Replace("PLAIN", $"{world.Plain}", StringComparison.Ordinal).Replace("SECURE", $"{world.Secure}", StringComparison.Ordinal)))],
            Resolver = world,
            Roots = new X509Certificate2Collection(X509Certificate2.CreateFromPem(world._authority.Pem)),
            Record = r =>
            {
                lock (world.Records)
                {
                    world.Records.Add(r);
                }
            },
        };
        world._proxy = new EgressProxy(world._inside, world.Options, world._certificates, TimeProvider.System);
        return Task.FromResult(world);
    }

    public EgressOptions? Options { get; set; }

    public void Name(string name, params string[] addresses) => _names[name] = [.. addresses.Select(IPAddress.Parse)];

    Task<IPAddress[]> IResolver.Resolve(string host, CancellationToken cancellation) => Task.FromResult(_names.GetValueOrDefault(host) ?? []);

    /// <summary>Starts a server; gives its port.</summary>
    public int Serve(bool secure, string certificate)
    {
        var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(64);
        _listeners.Add(listener);
        _ = Accept(listener, secure, certificate);
        return ((IPEndPoint)listener.LocalEndPoint!).Port;
    }

    /// <summary>A connection to the proxy.</summary>
    public async Task<NetworkStream> Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_inside.LocalEndPoint!);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Sends text to the proxy and reads all that comes back.</summary>
    public async Task<string> Send(string text)
    {
        await using var stream = await Connect();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text));
        stream.Socket.Shutdown(SocketShutdown.Send);
        return await All(stream);
    }

    /// <summary>Opens a tunnel and TLS in it, sends a request and reads all that comes back.</summary>
    public async Task<string> SendSecure(string authority, string sni, string request)
    {
        await using var stream = await Connect();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n\r\n"));
        var answer = await Head(stream);
        if (!answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            return answer + await All(stream);
        }

        await using var tls = new SslStream(stream, false, (_, certificate, _, _) => certificate!.Issuer.Contains("Sallyport", StringComparison.Ordinal));
        await tls.AuthenticateAsClientAsync(sni);
        await tls.WriteAsync(Encoding.Latin1.GetBytes(request));
        return await All(tls);
    }

    public static async Task<string> All(Stream stream)
    {
        using var all = new MemoryStream();
        try
        {
            await stream.CopyToAsync(all);
        }
        catch (IOException)
        {
            // cut off: what came before is what is looked at
        }

        return Encoding.Latin1.GetString(all.ToArray());
    }

    public static async Task<string> Head(Stream stream)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) > 0)
        {
            text.Append((char)one[0]);
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is null)
        {
            return; // ended before, to read its records
        }

        await _proxy.DisposeAsync();
        _proxy = null;

        foreach (var listener in _listeners)
        {
            listener.Dispose();
        }

        _authority.Dispose();
        _certificates.Dispose();
    }

    private async Task Accept(Socket listener, bool secure, string certificate)
    {
        try
        {
            while (true)
            {
                _ = One(await listener.AcceptAsync(), secure, certificate);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    private async Task One(Socket client, bool secure, string certificate)
    {
        try
        {
            await using var plain = new NetworkStream(client, ownsSocket: true);
            await using Stream stream = secure ? new SslStream(plain) : plain;
            if (stream is SslStream tls)
            {
                await tls.AuthenticateAsServerAsync(_authority.For(certificate));
            }

            while (await Head(stream) is { Length: > 0 } head)
            {
                lock (Seen)
                {
                    Seen.Add(head);
                }

                await stream.WriteAsync(Encoding.Latin1.GetBytes(Answer(head)));
            }
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            return;
        }
    }
}
