using System.Text.Json;
using Sallyport.Registries.Web;

namespace Sallyport.Registries.Clients.Npm;

/// <summary>The registry of npm, Yarn, pnpm and Bun.</summary>
internal sealed class NpmRegistry(ClientSurroundings surroundings, IWeb web) : IRegistryClient
{
    private readonly NpmConfiguration _configuration = new(surroundings);

    public Ecosystem Ecosystem => Ecosystem.Npm;

    public IReadOnlyList<RegistryEndpoint> Endpoints(string name) => _configuration.For(name) is { } endpoint ? [endpoint] : [];

    public PackageFacts Ask(RegistryEndpoint endpoint, string name)
    {
        var answer = web.Get(new Uri(endpoint.Address, name.Replace("/", "%2F", StringComparison.Ordinal)), "application/json", endpoint.Authorization);
        if (!answer.Found)
        {
            return answer.Missing ? new PackageFacts { Exists = false, Registry = endpoint } : PackageFacts.Unknown(answer.Reason, endpoint);
        }

        if (RegistryJson.Parse(answer) is not { ValueKind: JsonValueKind.Object } root || (root.Child("versions") is null && root.Child("time") is null))
        {
            return PackageFacts.Unknown("the registry's answer is no package document", endpoint);
        }

        var facts = new PackageFacts { Exists = root.Child("versions").Pairs().Any(), Registry = endpoint, Latest = root.Child("dist-tags")?.Text("latest") };
        var times = root.Child("time");
        foreach (var version in root.Child("versions").Pairs())
        {
            var scripts = version.Value.Child("scripts");
            facts.Versions.Add(new VersionFacts(version.Name, RegistryJson.Time(times?.Text(version.Name)))
            {
                Deprecated = version.Value.Text("deprecated"),
                InstallScript = version.Value.Truth("hasInstallScript") ?? (scripts?.Text("preinstall") ?? scripts?.Text("install") ?? scripts?.Text("postinstall")) is not null,
                Attested = version.Value.Child("dist")?.Child("attestations") is not null,
            });
        }

        facts.Maintainers = root.Child("maintainers") is { } people ? people.GetArrayLength() : null;
        facts.Repository = root.Child("repository")?.Text("url") ?? root.Text("repository");
        facts.Status = times?.Child("unpublished") is not null ? "unpublished" : null;
        return facts;
    }
}
