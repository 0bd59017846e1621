using System.Text;
using Sallyport.Registries.Web;

namespace Sallyport.Registries.Clients.Go;

/// <summary>Module proxies of Go.</summary>
internal sealed class GoRegistry(ClientSurroundings surroundings, IWeb web) : IRegistryClient
{
    private IReadOnlyList<RegistryEndpoint>? _endpoints;

    public Ecosystem Ecosystem => Ecosystem.Go;

    public IReadOnlyList<RegistryEndpoint> Endpoints(string name) => _endpoints ??= Configured();

    public PackageFacts Ask(RegistryEndpoint endpoint, string name)
    {
        // A package lies inside of a module: the longest path that is one counts.
        for (var path = name; path.Contains('/', StringComparison.Ordinal); path = path[..path.LastIndexOf('/')])
        {
            var facts = Module(endpoint, path);
            if (facts.Exists != false)
            {
                return facts;
            }
        }

        return new PackageFacts { Exists = false, Registry = endpoint };
    }

    private PackageFacts Module(RegistryEndpoint endpoint, string path)
    {
        var list = web.Get(new Uri(endpoint.Address, $"{Escaped(path)}/@v/list"), null, endpoint.Authorization);
        if (!list.Found && !list.Missing)
        {
            return PackageFacts.Unknown(list.Reason, endpoint);
        }

        var text = list.Found ? Encoding.UTF8.GetString(list.Body.Span) : "";
        if (text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Any(l => !l.StartsWith('v')))
        {
            return PackageFacts.Unknown("the proxy's answer is no list of versions", endpoint);
        }

        var latest = web.Get(new Uri(endpoint.Address, $"{Escaped(path)}/@latest"), null, endpoint.Authorization);
        if (!latest.Found && !latest.Missing)
        {
            return PackageFacts.Unknown(latest.Reason, endpoint);
        }

        var info = latest.Found ? RegistryJson.Parse(latest) : null;
        if (latest.Found && info?.Text("Version") is null)
        {
            return PackageFacts.Unknown("the proxy's answer is no version", endpoint);
        }

        if (!latest.Found && text.Length == 0)
        {
            return new PackageFacts { Exists = false, Registry = endpoint };
        }

        var facts = new PackageFacts { Exists = true, Registry = endpoint, Latest = info?.Text("Version"), Repository = path.StartsWith("github.com/", StringComparison.Ordinal) ? "https://" + string.Join('/', path.Split('/').Take(3)) : null };
        foreach (var version in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var trimmed = version.Trim();
            facts.Versions.Add(new VersionFacts(trimmed, trimmed == facts.Latest ? RegistryJson.Time(info?.Text("Time")) : null));
        }

        if (facts.Latest is not null && facts.Find(facts.Latest) is null)
        {
            facts.Versions.Add(new VersionFacts(facts.Latest, RegistryJson.Time(info?.Text("Time"))));
        }

        return facts;
    }

    // Capital letters are written as an exclamation mark and the small one.
    private static string Escaped(string path)
    {
        var text = new StringBuilder(path.Length + 8);
        foreach (var c in path)
        {
            (char.IsAsciiLetterUpper(c) ? text.Append('!') : text).Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private List<RegistryEndpoint> Configured()
    {
        var set = surroundings.Environment("GOPROXY") ?? FromFile() ?? surroundings.Ask("go", ["env", "GOPROXY"]) ?? "";
        var found = new List<RegistryEndpoint>();
        foreach (var part in set.Trim().Split((char[])[',', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (ClientSurroundings.Endpoint(part, "GOPROXY") is { } endpoint)
            {
                found.Add(endpoint);
            }
        }

        return found;
    }

    private string? FromFile()
    {
        var file = surroundings.Environment("GOENV") ?? Path.Combine(surroundings.Environment("XDG_CONFIG_HOME") ?? Path.Combine(surroundings.Home, ".config"), "go", "env");
        foreach (var line in (surroundings.ReadText(file) ?? "").Split('\n'))
        {
            if (line.StartsWith("GOPROXY=", StringComparison.Ordinal))
            {
                return line[8..].Trim();
            }
        }

        return null;
    }
}
