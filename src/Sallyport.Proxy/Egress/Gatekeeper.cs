using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Sallyport.Proxy.Egress;

/// <summary>Decides about hosts: rules first, then a question; resolves a name once and connects to an address that was looked at.</summary>
internal sealed class Gatekeeper(EgressOptions options)
{
    private readonly ConcurrentDictionary<string, long> _used = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Host, int Port), bool> _asked = new();
    private readonly Lock _question = new();

    public EgressOptions Options => options;

    /// <summary>The rules for a host; none where it was allowed by an answer. Throws <see cref="EgressRefusal"/> for a host that is not allowed.</summary>
    public List<EgressRule> Rules(string host, int port)
    {
        var rules = new List<EgressRule>();
        foreach (var rule in options.Rules)
        {
            if (rule.Covers(host, port))
            {
                rules.Add(rule);
            }
        }

        if (rules.Count > 0)
        {
            return rules;
        }

        bool allowed;
        lock (_question) // one question at a time, and each only once
        {
            allowed = _asked.GetOrAdd((host, port), at => options.Ask(at.Host, at.Port));
        }

        return allowed ? [new EgressRule(host, port)] : throw new EgressRefusal($"no rule allows {host}:{port}");
    }

    /// <summary>Checks a request against the rules of its host.</summary>
    public static void Check(List<EgressRule> rules, string method, string path)
    {
        if (!rules.Exists(r => !r.Tunnel && r.Allows(method, path)))
        {
            throw new EgressRefusal($"no rule allows {method} {(path.Length > 80 ? path[..80] + "…" : path)}");
        }
    }

    /// <summary>Connects to a host that was allowed.</summary>
    public async Task<NetworkStream> Connect(string host, int port, List<EgressRule> rules, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await options.Resolver.Resolve(host, cancellation).ConfigureAwait(false);
        if (addresses.Length == 0)
        {
            throw new EgressRefusal($"{host} has no address", "failed");
        }

        // One address inside is enough to refuse: a name that points inside and outside is made for this.
        if (!rules.Exists(r => r.Private) && Array.Exists(addresses, a => !PublicAddress.Is(a.IsIPv4MappedToIPv6 ? a.MapToIPv4() : a)))
        {
            throw new EgressRefusal($"{host} has an address that is not on the open internet");
        }

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(options.Patience);
        SocketException? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, port, time.Token).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch (OperationCanceledException)
            {
                socket.Dispose();
                throw new EgressRefusal($"{host} did not answer", "failed");
            }
        }

        throw new EgressRefusal($"{host}: {last!.SocketErrorCode}", "failed");
    }

    /// <summary>Counts bytes of a host; throws when its budget is used up.</summary>
    public void Count(string host, List<EgressRule> rules, long bytes)
    {
        var used = _used.AddOrUpdate(host, bytes, (_, before) => before + bytes);
        foreach (var rule in rules)
        {
            if (used > rule.Budget)
            {
                throw new EgressRefusal($"the budget of {host} is used up");
            }
        }
    }
}
