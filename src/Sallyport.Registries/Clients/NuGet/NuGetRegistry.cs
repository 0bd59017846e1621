using System.Text.Json;
using Sallyport.Registries.Web;

namespace Sallyport.Registries.Clients.NuGet;

/// <summary>NuGet feeds of protocol 3: the list of versions, then what registration and search say.</summary>
internal sealed class NuGetRegistry(ClientSurroundings surroundings, IWeb web) : IRegistryClient
{
    private readonly NuGetConfiguration _configuration = new(surroundings);

    public Ecosystem Ecosystem => Ecosystem.NuGet;

    public IReadOnlyList<RegistryEndpoint> Endpoints(string name) => _configuration.For(name);

    public PackageFacts Ask(RegistryEndpoint endpoint, string name)
    {
        var lower = name.ToLowerInvariant();
        var service = web.Get(new Uri(endpoint.Address.ToString().TrimEnd('/')), "application/json", endpoint.Authorization);
        if (!service.Found || RegistryJson.Parse(service)?.Child("resources") is not { } resources)
        {
            return PackageFacts.Unknown(service.Found ? "the feed's answer is no service index" : service.Missing ? "there is no feed at this address" : service.Reason, endpoint);
        }

        if (Resource(resources, "PackageBaseAddress") is not { } flat)
        {
            return PackageFacts.Unknown("the feed names no list of versions", endpoint);
        }

        var answer = web.Get(new Uri(flat, $"{lower}/index.json"), "application/json", endpoint.Authorization);
        if (!answer.Found)
        {
            return answer.Missing ? new PackageFacts { Exists = false, Registry = endpoint } : PackageFacts.Unknown(answer.Reason, endpoint);
        }

        if (RegistryJson.Parse(answer)?.Child("versions") is not { ValueKind: JsonValueKind.Array } versions)
        {
            return PackageFacts.Unknown("the feed's answer is no list of versions", endpoint);
        }

        if (versions.GetArrayLength() == 0)
        {
            return PackageFacts.Unknown("the feed lists no version", endpoint);
        }

        var facts = new PackageFacts { Exists = true, Registry = endpoint };
        var registered = Registration(resources, lower, endpoint);
        foreach (var version in ((JsonElement?)versions).Items())
        {
            var text = version.GetString() ?? "";
            facts.Versions.Add(registered.GetValueOrDefault(text) ?? new VersionFacts(text, null));
        }

        facts.Latest = facts.Versions.FindLast(v => !v.Version.Contains('-', StringComparison.Ordinal) && !v.Yanked)?.Version ?? facts.Versions[^1].Version;
        Search(resources, lower, endpoint, facts);
        return facts;
    }

    private static Uri? Resource(JsonElement resources, string type)
    {
        foreach (var resource in ((JsonElement?)resources).Items())
        {
            if (resource.Text("@type")?.StartsWith(type, StringComparison.Ordinal) == true && ClientSurroundings.Address(resource.Text("@id")) is { } address)
            {
                return address;
            }
        }

        return null;
    }

    private Dictionary<string, VersionFacts> Registration(JsonElement resources, string name, RegistryEndpoint endpoint)
    {
        var found = new Dictionary<string, VersionFacts>(StringComparer.OrdinalIgnoreCase);
        if (Resource(resources, "RegistrationsBaseUrl/3.6.0") is not { } place && (place = Resource(resources, "RegistrationsBaseUrl")) is null)
        {
            return found;
        }

        var index = web.Get(new Uri(place, $"{name}/index.json"), "application/json", endpoint.Authorization);
        foreach (var page in index.Found ? (RegistryJson.Parse(index)?.Child("items")).Items() : [])
        {
            var items = page.Child("items");
            if (items is null && ClientSurroundings.Address(page.Text("@id")) is { } more)
            {
                var answer = web.Get(new Uri(more.ToString().TrimEnd('/')), "application/json", endpoint.Authorization);
                items = answer.Found ? RegistryJson.Parse(answer)?.Child("items") : null;
            }

            foreach (var leaf in items.Items())
            {
                if (leaf.Child("catalogEntry") is not { } entry || entry.Text("version") is not { } version)
                {
                    continue;
                }

                var published = RegistryJson.Time(entry.Text("published"));
                found[version.Split('+')[0]] = new VersionFacts(version.Split('+')[0], published?.Year > 1900 ? published : null)
                {
                    Yanked = entry.Truth("listed") == false || published?.Year == 1900,
                    Deprecated = entry.Child("deprecation") is { } deprecation ? string.Join(", ", deprecation.Child("reasons").Items().Select(r => r.GetString())) : null,
                    Vulnerabilities = [.. entry.Child("vulnerabilities").Items().Select(v => v.Text("advisoryUrl")).OfType<string>()],
                };
            }
        }

        return found;
    }

    private void Search(JsonElement resources, string name, RegistryEndpoint endpoint, PackageFacts facts)
    {
        if (Resource(resources, "SearchQueryService") is not { } place)
        {
            return;
        }

        var answer = web.Get(new Uri($"{place.ToString().TrimEnd('/')}?q=packageid:{Uri.EscapeDataString(name)}&take=1&prerelease=true&semVerLevel=2.0.0"), "application/json", endpoint.Authorization);
        foreach (var hit in answer.Found ? (RegistryJson.Parse(answer)?.Child("data")).Items() : [])
        {
            if (string.Equals(hit.Text("id"), name, StringComparison.OrdinalIgnoreCase))
            {
                facts.Downloads = hit.Number("totalDownloads");
                facts.Maintainers = hit.Child("owners") is { ValueKind: JsonValueKind.Array } owners ? owners.GetArrayLength() : null;
                facts.Repository = hit.Text("projectUrl");
            }
        }
    }
}
