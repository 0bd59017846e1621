using System.Text;
using System.Text.Json;
using Sallyport.Registries.Web;

namespace Sallyport.Registries.Clients.RubyGems;

/// <summary>A server of Ruby gems: its API, and the compact index where it has no API.</summary>
internal sealed class GemRegistry(ClientSurroundings surroundings, IWeb web) : IRegistryClient
{
    private IReadOnlyList<RegistryEndpoint>? _endpoints;

    public Ecosystem Ecosystem => Ecosystem.RubyGems;

    public IReadOnlyList<RegistryEndpoint> Endpoints(string name) => _endpoints ??= Configured();

    public PackageFacts Ask(RegistryEndpoint endpoint, string name)
    {
        var answer = web.Get(new Uri(endpoint.Address, $"api/v1/versions/{name}.json"), "application/json", endpoint.Authorization);
        var list = answer.Found ? RegistryJson.Parse(answer) : null;
        if (list is { ValueKind: JsonValueKind.Array })
        {
            var facts = new PackageFacts { Exists = list.Items().Any(), Registry = endpoint };
            foreach (var version in list.Items())
            {
                facts.Versions.Insert(0, new VersionFacts(version.Text("number") ?? "", RegistryJson.Time(version.Text("created_at"))) { Yanked = version.Truth("yanked") == true });
            }

            facts.Latest = facts.Versions.Count > 0 ? facts.Versions[^1].Version : null;
            Gem(endpoint, name, facts);
            return facts;
        }

        if (answer.Found || !answer.Missing)
        {
            return PackageFacts.Unknown(answer.Found ? "the server's answer is no list of versions" : answer.Reason, endpoint);
        }

        return Compact(endpoint, name);
    }

    private PackageFacts Compact(RegistryEndpoint endpoint, string name)
    {
        var answer = web.Get(new Uri(endpoint.Address, $"info/{name}"), null, endpoint.Authorization);
        if (!answer.Found)
        {
            return answer.Missing ? new PackageFacts { Exists = false, Registry = endpoint } : PackageFacts.Unknown(answer.Reason, endpoint);
        }

        var text = Encoding.UTF8.GetString(answer.Body.Span);
        if (!text.StartsWith("---", StringComparison.Ordinal))
        {
            return PackageFacts.Unknown("the server's answer is no list of versions", endpoint);
        }

        var facts = new PackageFacts { Exists = true, Registry = endpoint };
        foreach (var line in text.Split('\n').Skip(1))
        {
            if (line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
            {
                facts.Versions.Add(new VersionFacts(line[..space].Split('-')[0], null));
            }
        }

        facts.Latest = facts.Versions.Count > 0 ? facts.Versions[^1].Version : null;
        return facts;
    }

    private void Gem(RegistryEndpoint endpoint, string name, PackageFacts facts)
    {
        var answer = web.Get(new Uri(endpoint.Address, $"api/v1/gems/{name}.json"), "application/json", endpoint.Authorization);
        if (answer.Found && RegistryJson.Parse(answer) is { } gem)
        {
            facts.Downloads = gem.Number("downloads");
            facts.Repository = gem.Text("source_code_uri") ?? gem.Text("homepage_uri");
            facts.Latest = gem.Text("version") ?? facts.Latest;
        }
    }

    private List<RegistryEndpoint> Configured()
    {
        foreach (var file in new[] { Path.Combine(surroundings.Folder, ".bundle", "config"), Path.Combine(surroundings.Home, ".bundle", "config") })
        {
            foreach (var line in (surroundings.ReadText(file) ?? "").Split('\n'))
            {
                // BUNDLE_MIRROR__HTTPS://RUBYGEMS__ORG/: "https://…"
                if (line.StartsWith("BUNDLE_MIRROR", StringComparison.Ordinal) && line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && ClientSurroundings.Endpoint(line[(colon + 2)..].Trim(), file) is { } mirror)
                {
                    return [mirror];
                }
            }
        }

        var found = new List<RegistryEndpoint>();
        var gemrc = Path.Combine(surroundings.Home, ".gemrc");
        foreach (var path in (surroundings.Environment("GEMRC") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Append(gemrc).Append("/etc/gemrc"))
        {
            var inSources = false;
            foreach (var line in (surroundings.ReadText(path) ?? "").Split('\n'))
            {
                var trimmed = line.Trim();
                inSources = trimmed is ":sources:" or "sources:" || (inSources && trimmed.StartsWith('-'));
                if (inSources && trimmed.StartsWith('-') && ClientSurroundings.Endpoint(trimmed[1..].Trim(), path) is { } endpoint)
                {
                    found.Add(endpoint);
                }
            }
        }

        foreach (var line in found.Count > 0 ? [] : (surroundings.Ask("gem", ["sources", "--list"]) ?? "").Split('\n'))
        {
            if (ClientSurroundings.Endpoint(line.Trim(), "gem sources") is { } endpoint)
            {
                found.Add(endpoint);
            }
        }

        return found;
    }
}
