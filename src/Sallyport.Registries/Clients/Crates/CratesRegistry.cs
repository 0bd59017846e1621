using System.Text;
using System.Text.Json;
using Sallyport.Registries.Manifests.Trees;
using Sallyport.Registries.Web;

namespace Sallyport.Registries.Clients.Crates;

/// <summary>A registry of Rust crates through its sparse index; beside it the web API where the index's <c>config.json</c> names one.</summary>
internal sealed class CratesRegistry(ClientSurroundings surroundings, IWeb web) : IRegistryClient
{
    private IReadOnlyList<RegistryEndpoint>? _endpoints;

    public Ecosystem Ecosystem => Ecosystem.Crates;

    public IReadOnlyList<RegistryEndpoint> Endpoints(string name) => _endpoints ??= Configured() is { } endpoint ? [endpoint] : [];

    public PackageFacts Ask(RegistryEndpoint endpoint, string name)
    {
        var lower = name.ToLowerInvariant();
        var answer = web.Get(new Uri(endpoint.Address, Place(lower)), null, endpoint.Authorization);
        if (answer.Missing && lower.AsSpan().ContainsAny('-', '_'))
        {
            var other = lower.Contains('-', StringComparison.Ordinal) ? lower.Replace('-', '_') : lower.Replace('_', '-');
            var second = web.Get(new Uri(endpoint.Address, Place(other)), null, endpoint.Authorization);
            answer = second.Missing ? answer : second;
        }

        if (!answer.Found)
        {
            return answer.Missing || answer.Status == 451 ? new PackageFacts { Exists = false, Registry = endpoint } : PackageFacts.Unknown(answer.Reason, endpoint);
        }

        var facts = new PackageFacts { Exists = true, Registry = endpoint };
        foreach (var line in Encoding.UTF8.GetString(answer.Body.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (RegistryJson.Parse(new WebAnswer(200, Encoding.UTF8.GetBytes(line))) is not { ValueKind: JsonValueKind.Object } entry || entry.Text("vers") is not { } version)
            {
                return PackageFacts.Unknown("the index's answer is no list of versions", endpoint);
            }

            facts.Versions.Add(new VersionFacts(version, RegistryJson.Time(entry.Text("pubtime"))) { Yanked = entry.Truth("yanked") == true });
            facts.Extras = [.. entry.Child("features").Pairs().Concat(entry.Child("features2").Pairs()).Select(f => f.Name)];
        }

        if (facts.Versions.Count == 0)
        {
            return PackageFacts.Unknown("the index's answer is empty", endpoint);
        }

        facts.Latest = facts.Versions.FindLast(v => !v.Yanked)?.Version;
        Api(endpoint, name, facts);
        return facts;
    }

    private void Api(RegistryEndpoint endpoint, string name, PackageFacts facts)
    {
        var configuration = web.Get(new Uri(endpoint.Address, "config.json"), null, endpoint.Authorization);
        if (!configuration.Found || ClientSurroundings.Address(RegistryJson.Parse(configuration)?.Text("api")) is not { } api)
        {
            return;
        }

        var answer = web.Get(new Uri(api, $"api/v1/crates/{name}"), "application/json", endpoint.Authorization);
        if (!answer.Found || RegistryJson.Parse(answer) is not { } root)
        {
            return;
        }

        facts.Downloads = root.Child("crate")?.Number("downloads");
        facts.Repository = root.Child("crate")?.Text("repository");
        foreach (var version in root.Child("versions").Items())
        {
            var at = facts.Versions.FindIndex(v => v.Version == version.Text("num"));
            if (at >= 0)
            {
                facts.Versions[at] = facts.Versions[at] with { Published = facts.Versions[at].Published ?? RegistryJson.Time(version.Text("created_at")), Attested = version.Child("trustpub_data") is not null };
            }
        }
    }

    private static string Place(string name) => name.Length switch
    {
        1 => $"1/{name}",
        2 => $"2/{name}",
        3 => $"3/{name[0]}/{name}",
        _ => $"{name[..2]}/{name[2..4]}/{name}",
    };

    // Cargo's own default is built into it and said nowhere: without a configuration there is nothing to ask.
    private RegistryEndpoint? Configured()
    {
        if (surroundings.Environment("CARGO_REGISTRIES_CRATES_IO_INDEX") is { } set)
        {
            return ClientSurroundings.Endpoint(Sparse(set), "CARGO_REGISTRIES_CRATES_IO_INDEX", Token("crates-io"));
        }

        var home = surroundings.Environment("CARGO_HOME") ?? Path.Combine(surroundings.Home, ".cargo");
        foreach (var folder in surroundings.Above().Select(f => Path.Combine(f, ".cargo")).Append(home))
        {
            foreach (var file in new[] { Path.Combine(folder, "config.toml"), Path.Combine(folder, "config") })
            {
                if (surroundings.ReadText(file) is { } text && Of(text, file) is { } endpoint)
                {
                    return endpoint;
                }
            }
        }

        return null;
    }

    private RegistryEndpoint? Of(string text, string file)
    {
        TreeNode root;
        try
        {
            root = TomlTree.Read(Encoding.UTF8.GetBytes(text));
        }
        catch (FormatException)
        {
            return null;
        }

        var source = root["source"]?["crates-io"];
        for (var i = 0; i < 8 && source?.TextOf("replace-with") is { } next; i++)
        {
            source = root["source"]?[next] ?? root["registries"]?[next];
        }

        var address = source?.TextOf("registry") ?? source?.TextOf("index") ?? root["registries"]?["crates-io"]?.TextOf("index") ?? (root["registry"]?.TextOf("default") is { } named ? root["registries"]?[named]?.TextOf("index") : null);
        return address is null ? null : ClientSurroundings.Endpoint(Sparse(address), file, Token("crates-io"));
    }

    private string? Token(string registry) => surroundings.Environment($"CARGO_REGISTRIES_{registry.ToUpperInvariant().Replace('-', '_')}_TOKEN");

    private static string Sparse(string address) => address.StartsWith("sparse+", StringComparison.Ordinal) ? address[7..] : address;
}
