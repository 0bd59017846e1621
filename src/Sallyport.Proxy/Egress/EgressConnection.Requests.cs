using System.Text;
using Sallyport.Proxy.Egress.Credentials;
using Sallyport.Proxy.Egress.Http;

namespace Sallyport.Proxy.Egress;

/// <content>HTTP: requests to the proxy itself, and those inside a connection.</content>
internal sealed partial class EgressConnection
{
    private static readonly string[] Between = ["Proxy-Connection", "Proxy-Authorization", "Keep-Alive", "TE", "Trailer"];

    private async Task Http(CancellationToken cancellation)
    {
        _answer = _client.Stream;
        while (await _client.Head(cancellation).ConfigureAwait(false) is { } bytes)
        {
            var head = Head.Parse(bytes);
            if (head.Parts is not [var method, var target, "HTTP/1.1" or "HTTP/1.0"])
            {
                throw new EgressRefusal("this is no request that a proxy understands");
            }

            if (method == "CONNECT")
            {
                var rules = Begin(HostName.Authority(target) ?? Wrong(target));
                if (head.Value("Host") is { } host && HostName.Authority(host, _port) is var named && named != (_host, _port))
                {
                    throw new EgressRefusal($"CONNECT is for {_host}, its Host for {host}");
                }

                await _client.Stream.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), cancellation).ConfigureAwait(false);
                await Through(rules, cancellation).ConfigureAwait(false);
                return;
            }

            if (!target.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            {
                throw new EgressRefusal("a request to the proxy names no address that begins with http://");
            }

            var slash = target.IndexOfAny(['/', '?', '#'], 7);
            var authority = slash < 0 ? target[7..] : target[7..slash];
            var path = slash < 0 ? "/" : target[slash] == '/' ? target[slash..] : "/" + target[slash..];
            var open = Begin(HostName.Authority(authority, 80) ?? Wrong(authority));
            head.First = $"{method} {path} HTTP/1.1";
            var far = await keeper.Connect(_host, _port, open, cancellation).ConfigureAwait(false);
            bool more;
            await using (far.ConfigureAwait(false))
            {
                more = await One(_client, new Wire(far), head, open, secure: false, cancellation).ConfigureAwait(false);
            }

            Tell("allowed", "");
            _host = ""; // told; the next request may be for another
            if (!more)
            {
                return;
            }
        }
    }

    private List<EgressRule> Begin((string Host, int Port) at)
    {
        (_host, _port) = at;
        return keeper.Rules(_host, _port);
    }

    private (string Host, int Port) Wrong(string text)
    {
        _host = text.Length > 80 ? text[..80] + "…" : text;
        throw new EgressRefusal("this is no plain name of a host, or no address in its usual form");
    }

    /// <summary>The requests of one connection, all for its host.</summary>
    private async Task Requests(Wire near, Stream? secured, List<EgressRule> rules, bool secure, CancellationToken cancellation)
    {
        Wire? far = null;
        try
        {
            while (await near.Head(cancellation).ConfigureAwait(false) is { } bytes)
            {
                var head = Head.Parse(bytes);
                // Rules are asked before anybody is connected to.
                Precheck(head, rules, secure);
                far ??= new Wire(secure ? await Secure(rules, cancellation).ConfigureAwait(false) : await keeper.Connect(_host, _port, rules, cancellation).ConfigureAwait(false));
                if (!await One(near, far, head, rules, secure, cancellation).ConfigureAwait(false))
                {
                    break;
                }
            }

            if (secured is System.Net.Security.SslStream ours)
            {
                await ours.ShutdownAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            if (far is not null)
            {
                await far.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private void Precheck(Head head, List<EgressRule> rules, bool secure)
    {
        if (head.Parts is not [var method, ['/' or '*', ..] path, "HTTP/1.1" or "HTTP/1.0"])
        {
            throw new EgressRefusal("this is no request: HTTP/1.1 with a path is understood");
        }

        if (head.Count("Host") != 1 || HostName.Authority(head.Value("Host")!, secure ? 443 : 80) is not { } named || named != (_host, _port))
        {
            throw new EgressRefusal($"the request is for {head.Value("Host") ?? "nobody"}, the connection for {_host}");
        }

        Gatekeeper.Check(rules, method, path);
    }

    /// <summary>One request and its answer; whether another can follow.</summary>
    private async Task<bool> One(Wire near, Wire far, Head head, List<EgressRule> rules, bool secure, CancellationToken cancellation)
    {
        Precheck(head, rules, secure);
        var length = head.Length() ?? 0;
        var method = head.Parts[0];
        foreach (var name in Between)
        {
            head.Remove(name);
        }

        var scrubber = secure ? Injection.Into(head, _host, keeper.Options.Credentials, time.GetUtcNow()) : null;
        _credentials += scrubber is null ? 0 : 1;
        var bytes = head.ToBytes();
        Count(rules, bytes.Length, up: true);
        await far.Stream.WriteAsync(bytes, cancellation).ConfigureAwait(false);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var up = Body.Pass(near, far.Stream, length, n => Count(rules, n, up: true), null, end.Token);
        try
        {
            var more = await Answer(near, far, method, rules, scrubber, up, cancellation).ConfigureAwait(false);
            if (!up.IsCompleted)
            {
                return false; // answered before all was said: what follows could not be told apart
            }

            await up.ConfigureAwait(false);
            return more && !"close".Equals(head.Value("Connection"), StringComparison.OrdinalIgnoreCase) && head.Parts[2] == "HTTP/1.1";
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await up.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> Answer(Wire near, Wire far, string method, List<EgressRule> rules, Scrubber? scrubber, Task up, CancellationToken cancellation)
    {
        while (true)
        {
            var bytes = await far.Head(cancellation).ConfigureAwait(false) ?? throw new EgressRefusal($"{_host} gave no answer", "failed");
            Count(rules, bytes.Length, up: false);
            _answer = null; // from here on the client reads the host's answer
            var head = Head.Parse(bytes);
            if (head.Parts is not [_, { Length: 3 } status, ..] || !int.TryParse(status, System.Globalization.CultureInfo.InvariantCulture, out var code))
            {
                throw new EgressRefusal($"{_host} gave no answer that can be read", "failed");
            }

            if (scrubber is not null)
            {
                for (var i = 0; i < head.Fields.Count; i++)
                {
                    head.Fields[i] = (head.Fields[i].Name, scrubber.Clean(head.Fields[i].Value));
                }
            }

            await near.Stream.WriteAsync(head.ToBytes(), cancellation).ConfigureAwait(false);
            if (code == 101)
            {
                await Both(near, far, rules, cancellation).ConfigureAwait(false);
                return false;
            }

            if (code is >= 100 and < 200)
            {
                continue;
            }

            var none = method == "HEAD" || code is 204 or 304;
            var length = none ? 0 : head.Length();
            await Body.Pass(far, near.Stream, length, n => Count(rules, n, up: false), scrubber, cancellation).ConfigureAwait(false);
            _answer = near.Stream;
            await near.Stream.FlushAsync(cancellation).ConfigureAwait(false);
            if (length is not null && !up.IsCompleted)
            {
                await Task.WhenAny(up, Task.Delay(TimeSpan.FromSeconds(1), time, cancellation)).ConfigureAwait(false);
            }

            return length is not null && !"close".Equals(head.Value("Connection"), StringComparison.OrdinalIgnoreCase) && head.Parts[0] == "HTTP/1.1";
        }
    }
}
