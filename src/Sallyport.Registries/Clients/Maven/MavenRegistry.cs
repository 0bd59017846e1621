using System.Globalization;
using System.Text;
using Sallyport.Registries.Manifests.Trees;
using Sallyport.Registries.Web;

namespace Sallyport.Registries.Clients.Maven;

/// <summary>Repositories of Maven: the list of versions, and the newest version's file for its day.</summary>
internal sealed class MavenRegistry(ClientSurroundings surroundings, IWeb web) : IRegistryClient
{
    private IReadOnlyList<RegistryEndpoint>? _endpoints;

    public Ecosystem Ecosystem => Ecosystem.Maven;

    public IReadOnlyList<RegistryEndpoint> Endpoints(string name) => _endpoints ??= Configured();

    public PackageFacts Ask(RegistryEndpoint endpoint, string name)
    {
        if (name.Split(':') is not [var group, var artifact])
        {
            return new PackageFacts { Exists = false, Registry = endpoint };
        }

        var folder = $"{group.Replace('.', '/')}/{artifact}/";
        var answer = web.Get(new Uri(endpoint.Address, folder + "maven-metadata.xml"), null, endpoint.Authorization);
        if (!answer.Found)
        {
            return answer.Missing ? new PackageFacts { Exists = false, Registry = endpoint } : PackageFacts.Unknown(answer.Reason, endpoint);
        }

        var text = Encoding.UTF8.GetString(answer.Body.Span);
        if (!text.Contains("</metadata>", StringComparison.Ordinal))
        {
            return PackageFacts.Unknown("the repository's answer is no list of versions", endpoint);
        }

        var versioning = XmlTree.Read(answer.Body.Span)["metadata"]?["versioning"];
        var facts = new PackageFacts { Exists = true, Registry = endpoint, Latest = versioning?["release"]?.Text ?? versioning?["latest"]?.Text };
        foreach (var version in versioning?.In("versions") ?? [])
        {
            facts.Versions.Add(new VersionFacts(version.Text, version.Text == facts.Latest ? Updated(versioning!["lastUpdated"]?.Text) : null));
        }

        facts.Latest ??= facts.Versions.Count > 0 ? facts.Versions[^1].Version : null;
        if (facts.Versions.Count > 0)
        {
            First(endpoint, folder, artifact, facts);
        }

        return facts;
    }

    // The first version's day is that of its file.
    private void First(RegistryEndpoint endpoint, string folder, string artifact, PackageFacts facts)
    {
        var version = facts.Versions[0].Version;
        var pom = web.Get(new Uri(endpoint.Address, $"{folder}{version}/{artifact}-{version}.pom"), null, endpoint.Authorization);
        if (pom is { Found: true, LastModified: { } day })
        {
            facts.Versions[0] = facts.Versions[0] with { Published = day };
        }
    }

    private static DateTimeOffset? Updated(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private List<RegistryEndpoint> Configured()
    {
        var file = Path.Combine(surroundings.Home, ".m2", "settings.xml");
        var found = new List<RegistryEndpoint>();
        if (surroundings.ReadText(file) is not { } text)
        {
            return found;
        }

        TreeNode? settings;
        try
        {
            settings = XmlTree.Read(Encoding.UTF8.GetBytes(text))["settings"];
        }
        catch (FormatException)
        {
            return found;
        }

        foreach (var mirror in settings?.In("mirrors") ?? [])
        {
            Add(mirror);
        }

        foreach (var profile in found.Count > 0 ? [] : settings?.In("profiles") ?? [])
        {
            foreach (var repository in profile.In("repositories"))
            {
                Add(repository);
            }
        }

        return found;

        void Add(TreeNode node)
        {
            var server = settings!.In("servers").FirstOrDefault(s => s["id"]?.Text == node["id"]?.Text);
            var authorization = server?["username"]?.Text is { } user ? ClientSurroundings.Basic($"{Expand(user)}:{Expand(server["password"]?.Text ?? "")}") : null;
            if (ClientSurroundings.Endpoint(node["url"]?.Text, file, authorization) is { } endpoint)
            {
                found.Add(endpoint);
            }
        }
    }

    private string Expand(string text) => text.StartsWith("${env.", StringComparison.Ordinal) && text.EndsWith('}') ? surroundings.Environment(text[6..^1]) ?? "" : text;
}
