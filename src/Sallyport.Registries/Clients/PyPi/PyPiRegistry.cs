using System.Text;
using System.Text.Json;
using Sallyport.Registries.Naming;
using Sallyport.Registries.Web;

namespace Sallyport.Registries.Clients.PyPi;

/// <summary>An index of Python packages: the simple API as JSON (PEP 691, 700, 740, 792) or HTML, and beside it the project's JSON where the index has that.</summary>
internal sealed class PyPiRegistry(ClientSurroundings surroundings, IWeb web) : IRegistryClient
{
    private const string Simple = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1";
    private readonly PyPiConfiguration _configuration = new(surroundings);

    public Ecosystem Ecosystem => Ecosystem.PyPi;

    public IReadOnlyList<RegistryEndpoint> Endpoints(string name) => _configuration.Endpoints;

    public PackageFacts Ask(RegistryEndpoint endpoint, string name)
    {
        var normal = PackageName.Normalize(Ecosystem.PyPi, name);
        var answer = web.Get(new Uri(endpoint.Address, normal + "/"), Simple, endpoint.Authorization);
        if (!answer.Found)
        {
            return answer.Missing ? new PackageFacts { Exists = false, Registry = endpoint } : PackageFacts.Unknown(answer.Reason, endpoint);
        }

        var facts = new PackageFacts { Exists = true, Registry = endpoint };
        if (RegistryJson.Parse(answer) is { ValueKind: JsonValueKind.Object } root && root.Child("files") is not null)
        {
            Files(root, normal, facts);
        }
        else if (!Links(answer, normal, facts))
        {
            return PackageFacts.Unknown("the index's answer is no list of files", endpoint);
        }

        Project(endpoint, normal, facts);
        return facts;
    }

    private static void Files(JsonElement root, string name, PackageFacts facts)
    {
        var versions = new Dictionary<string, (DateTimeOffset? First, bool Yanked, bool Attested, bool SourceOnly)>(StringComparer.Ordinal);
        foreach (var file in root.Child("files").Items())
        {
            var filename = file.Text("filename") ?? "";
            if (VersionOf(filename, name) is not { } version)
            {
                continue;
            }

            var time = RegistryJson.Time(file.Text("upload-time"));
            var yanked = file.Child("yanked") is { ValueKind: not JsonValueKind.False };
            var attested = file.Child("provenance") is not null;
            var source = !filename.EndsWith(".whl", StringComparison.Ordinal);
            versions[version] = versions.TryGetValue(version, out var known)
                ? (known.First is null || time < known.First ? time : known.First, known.Yanked && yanked, known.Attested || attested, known.SourceOnly && source)
                : (time, yanked, attested, source);
        }

        foreach (var (version, known) in versions)
        {
            facts.Versions.Add(new VersionFacts(version, known.First) { Yanked = known.Yanked, Attested = known.Attested, InstallScript = known.SourceOnly });
        }

        foreach (var version in root.Child("versions").Items())
        {
            if (version.GetString() is { } text && facts.Find(text) is null)
            {
                facts.Versions.Add(new VersionFacts(text, null));
            }
        }

        facts.Latest = facts.Versions.Count > 0 ? facts.Versions.MaxBy(v => v.Published)!.Version : null;
        facts.Status = root.Child("project-status")?.Text("status") is { } status and not "active" ? status : null;
    }

    // <a href="…/name-1.0-py3-none-any.whl#sha256=…" data-yanked="">name-1.0-py3-none-any.whl</a>
    private static bool Links(WebAnswer answer, string name, PackageFacts facts)
    {
        var html = Encoding.UTF8.GetString(answer.Body.Span);
        var any = html.Contains("<html", StringComparison.OrdinalIgnoreCase) || html.Contains("<a ", StringComparison.OrdinalIgnoreCase);
        if (!any || !html.Contains("</", StringComparison.Ordinal) || !html.TrimEnd().EndsWith('>'))
        {
            return false; // cut off, or something else
        }

        foreach (var link in html.Split("<a ").Skip(1))
        {
            var open = link.IndexOf('>', StringComparison.Ordinal);
            var close = link.IndexOf('<', StringComparison.Ordinal);
            if (open > 0 && close > open && VersionOf(link[(open + 1)..close].Trim(), name) is { } version && facts.Find(version) is null)
            {
                facts.Versions.Add(new VersionFacts(version, null) { Yanked = link[..open].Contains("data-yanked", StringComparison.Ordinal) });
            }
        }

        return true;
    }

    private void Project(RegistryEndpoint endpoint, string name, PackageFacts facts)
    {
        var simple = endpoint.Address.AbsolutePath.LastIndexOf("/simple/", StringComparison.Ordinal);
        if (simple < 0)
        {
            return;
        }

        var place = new UriBuilder(endpoint.Address) { Path = endpoint.Address.AbsolutePath[..simple] + $"/pypi/{name}/json" }.Uri;
        var answer = web.Get(place, "application/json", endpoint.Authorization);
        if (!answer.Found || RegistryJson.Parse(answer) is not { } root || root.Child("info") is not { } info)
        {
            return; // not every index has it
        }

        facts.Latest = info.Text("version") ?? facts.Latest;
        facts.Extras = info.Child("provides_extra") is { } extras ? [.. ((JsonElement?)extras).Items().Select(e => e.GetString()!)] : null;
        facts.Maintainers = root.Child("ownership")?.Child("roles") is { ValueKind: JsonValueKind.Array } roles ? roles.GetArrayLength() : null;
        facts.Repository = info.Child("project_urls").Pairs().Where(p => p.Value.ValueKind == JsonValueKind.String).Select(p => p.Value.GetString()!).FirstOrDefault(u => u.Contains("git", StringComparison.Ordinal)) ?? info.Text("home_page");
        foreach (var release in root.Child("releases").Pairs())
        {
            var first = ((JsonElement?)release.Value).Items().Select(f => RegistryJson.Time(f.Text("upload_time_iso_8601") ?? f.Text("upload_time"))).Min();
            var at = facts.Versions.FindIndex(v => v.Version == release.Name);
            if (at >= 0 && facts.Versions[at].Published is null)
            {
                facts.Versions[at] = facts.Versions[at] with { Published = first };
            }
        }

        var vulnerable = root.Child("vulnerabilities").Items().Select(v => v.Text("id")).OfType<string>().ToArray();
        var latest = facts.Latest is null ? -1 : facts.Versions.FindIndex(v => v.Version == facts.Latest);
        if (latest >= 0 && vulnerable.Length > 0)
        {
            facts.Versions[latest] = facts.Versions[latest] with { Vulnerabilities = vulnerable };
        }
    }

    private static string? VersionOf(string file, string name)
    {
        var wheel = file.EndsWith(".whl", StringComparison.Ordinal);
        if (wheel)
        {
            return file.Split('-') is { Length: >= 5 } parts ? parts[1] : null;
        }

        var stem = file.EndsWith(".tar.gz", StringComparison.Ordinal) ? file[..^7]
            : file.EndsWith(".zip", StringComparison.Ordinal) || file.EndsWith(".egg", StringComparison.Ordinal) ? file[..^4]
            : file.EndsWith(".tar.bz2", StringComparison.Ordinal) ? file[..^8]
            : null;
        for (var dash = stem?.IndexOf('-', StringComparison.Ordinal) ?? -1; dash > 0; dash = stem!.IndexOf('-', dash + 1))
        {
            if (PackageName.Normalize(Ecosystem.PyPi, stem![..dash]) == name)
            {
                return stem[(dash + 1)..];
            }
        }

        return null;
    }
}
