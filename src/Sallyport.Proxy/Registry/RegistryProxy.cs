using System.Net;
using System.Text;

namespace Sallyport.Proxy.Registry;

/// <summary>Stands on loopback between a package client and its registries, in registry mode: the client is told that this is its registry, so that no certificate is needed.</summary>
/// <remarks>Documents are rewritten so that archives come through here, too, whichever host keeps them.</remarks>
public sealed class RegistryProxy : IAsyncDisposable
{
    private const string Elsewhere = "x";
    private static readonly string[] Passed = ["Accept", "User-Agent"];
    private const int LargestDocument = 128 << 20;
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, UseProxy = true });
    private readonly IReadOnlyList<RegistryMount> _mounts;
    private readonly IRegistryPolicy _policy;
    private readonly Task _serving;

    /// <summary>Begins to listen on a free port of loopback.</summary>
    public RegistryProxy(IReadOnlyList<RegistryMount> mounts, IRegistryPolicy policy)
    {
        (_mounts, _policy) = (mounts, policy);
        Address = Listen();
        _serving = Serve();
    }

    /// <summary>Where it listens, with a slash at the end.</summary>
    public Uri Address { get; }

    /// <summary>The address of a mount for the client's configuration.</summary>
    public Uri Of(RegistryMount mount) => new(Address, mount.Path + "/");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving.ConfigureAwait(false);
        _client.Dispose();
    }

    private Uri Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            var address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndPoint!).Port}/");
            probe.Close();
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add(address.ToString());
            try
            {
                _listener.Start();
                return address;
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                continue; // somebody else was faster
            }
        }
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => Handle(context));
        }
    }

    private async Task Handle(HttpListenerContext context)
    {
        try
        {
            await Answer(context).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Refuse(context, 502, $"the registry cannot be reached: {e.Message}");
        }
        catch (Exception e) when (e is IOException or HttpListenerException or ObjectDisposedException)
        {
            context.Response.Abort(); // the client has gone
        }
#pragma warning disable CA1031 // A client that waits for an answer hangs: whatever fails here is a refusal.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Refuse(context, 502, $"{e.GetType().Name}: {e.Message}");
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        var raw = context.Request.RawUrl!.TrimStart('/');
        var slash = raw.IndexOf('/', StringComparison.Ordinal);
        var (head, path) = slash < 0 ? (raw, "") : (raw[..slash], raw[(slash + 1)..]);
        var (mount, upstream, credentials) = Target(head, path);
        if (mount is null || upstream is null)
        {
            Refuse(context, 404, "sallyport knows no such registry");
            return;
        }

        var request = new RegistryRequest(mount, path);
        if (_policy.Refuse(request) is { } reason)
        {
            Refuse(context, 403, reason);
            return;
        }

        using var message = new HttpRequestMessage(new HttpMethod(context.Request.HttpMethod), upstream);
        foreach (var name in Passed)
        {
            if (context.Request.Headers[name] is { } value)
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (context.Request.HasEntityBody)
        {
            message.Content = new StreamContent(context.Request.InputStream);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
            message.Content.Headers.TryAddWithoutValidation("Content-Encoding", context.Request.Headers["Content-Encoding"]);
        }

        if ((credentials ? mount.Authorization ?? context.Request.Headers["Authorization"] : null) is { } authorization)
        {
            message.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        await Copy(context, request, answer).ConfigureAwait(false);
    }

    // A mount, or `x/SCHEME/HOST/…` for an archive that a registry keeps elsewhere; credentials go to the registry only.
    private (RegistryMount? Mount, Uri? Upstream, bool Credentials) Target(string head, string path)
    {
        foreach (var mount in _mounts)
        {
            // npm keeps only the path of an archive's address and puts it behind its registry's.
            if (mount.Path == head && path.StartsWith(Elsewhere + "/", StringComparison.Ordinal))
            {
                (head, path) = (Elsewhere, path[(Elsewhere.Length + 1)..]);
                break;
            }

            if (mount.Path == head)
            {
                return (mount, new Uri(mount.Upstream + path), true);
            }
        }

        var parts = path.Split('/', 4);
        if (head == Elsewhere && parts.Length == 4 && int.TryParse(parts[0], out var at) && at >= 0 && at < _mounts.Count && parts[1] is "http" or "https")
        {
            var upstream = new Uri($"{parts[1]}://{Uri.UnescapeDataString(parts[2])}/{parts[3]}"); // pip escapes the port
            return (_mounts[at], upstream, upstream.Authority == _mounts[at].Upstream.Authority);
        }

        return default;
    }

    private async Task Copy(HttpListenerContext context, RegistryRequest request, HttpResponseMessage answer)
    {
        var response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        var type = answer.Content.Headers.ContentType?.ToString();
        response.ContentType = type ?? "application/octet-stream";
        if (answer.IsSuccessStatusCode && IsDocument(type, request.Path))
        {
            var document = await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            if (document.Length > LargestDocument)
            {
                Refuse(context, 502, "the registry's document is too large");
                return;
            }

            var seen = Encoding.UTF8.GetBytes(Through(Encoding.UTF8.GetString(_policy.Filter(request, document)), request.Mount));
            response.ContentLength64 = seen.Length;
            if (context.Request.HttpMethod != "HEAD")
            {
                await response.OutputStream.WriteAsync(seen).ConfigureAwait(false);
            }
        }
        else
        {
            response.ContentLength64 = answer.Content.Headers.ContentLength ?? 0;
            response.SendChunked = answer.Content.Headers.ContentLength is null;
            if (context.Request.HttpMethod != "HEAD")
            {
                await answer.Content.CopyToAsync(response.OutputStream).ConfigureAwait(false);
            }
        }

        response.Close();
    }

    private static bool IsDocument(string? type, string path) =>
        type is not null && (type.Contains("json", StringComparison.Ordinal) || type.Contains("html", StringComparison.Ordinal)) && !path.EndsWith(".metadata", StringComparison.Ordinal);

    // Addresses of files in a document lead here.
    private string Through(string document, RegistryMount mount)
    {
        var at = 0;
        for (var i = 0; i < _mounts.Count; i++)
        {
            at = ReferenceEquals(_mounts[i], mount) ? i : at;
        }

        return document.Replace("\"https://", $"\"{Address}{Elsewhere}/{at}/https/", StringComparison.Ordinal).Replace("\"http://", $"\"{Address}{Elsewhere}/{at}/http/", StringComparison.Ordinal)
            .Replace($"\"{Address}{Elsewhere}/{at}/http/127.0.0.1:{Address.Port}/", $"\"{Address}", StringComparison.Ordinal);
    }

    private static void Refuse(HttpListenerContext context, int status, string reason)
    {
        var plain = new StringBuilder(reason.Length);
        foreach (var c in reason)
        {
            plain.Append(c is >= ' ' and <= '~' ? c : '?');
        }

        var body = Encoding.UTF8.GetBytes($"{{\"error\": \"sallyport: {plain.ToString().Replace("\\", "/", StringComparison.Ordinal).Replace('"', '\'')}\"}}\n");
        try
        {
            context.Response.StatusCode = status;
            context.Response.StatusDescription = $"blocked by sallyport: {plain}";
            context.Response.ContentType = "application/json";
            context.Response.ContentLength64 = body.Length;
            context.Response.OutputStream.Write(body);
            context.Response.Close();
        }
        catch (Exception e) when (e is IOException or HttpListenerException or ObjectDisposedException)
        {
            context.Response.Abort();
        }
    }
}
