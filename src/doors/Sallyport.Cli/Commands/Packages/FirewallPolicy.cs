using System.Text.Json;
using System.Text.Json.Nodes;
using Sallyport.Proxy.Registry;
using Sallyport.Registries;
using Sallyport.Registries.Clients;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Cli.Commands.Packages;

/// <summary>What an install may fetch: no malicious package, none that its index judges so, and nothing younger than the minimum age.</summary>
internal sealed class FirewallPolicy(Ecosystem ecosystem, NameJudge names, RegistryClients clients, TimeSpan minimumAge, TimeProvider time) : IRegistryPolicy
{
    private readonly Dictionary<string, PackageFacts> _facts = new(StringComparer.Ordinal);

    /// <summary>What was refused, each once.</summary>
    public SortedSet<string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>What was kept from the client's sight, each once.</summary>
    public SortedSet<string> Hidden { get; } = new(StringComparer.Ordinal);

    public string? Refuse(RegistryRequest request)
    {
        var asked = RequestedPackage.Of(ecosystem, request.Path);
        if (asked.Name.Length == 0)
        {
            return null;
        }

        // pip shows no reason for a refused index page, but for a refused file.
        if (ecosystem == Ecosystem.PyPi && !asked.IsArchive)
        {
            return null;
        }

        var judgement = names.Judge(ecosystem, asked.Name);
        var reason = judgement.Verdict == PackageVerdict.Blocked ? string.Join("; ", judgement.Evidence)
            : asked is { IsArchive: true, Version: { } version } && minimumAge > TimeSpan.Zero ? Young(asked.Name, version)
            : null;
        if (reason is null)
        {
            return null;
        }

        var text = $"{asked.Name}{(asked.Version is null ? "" : " " + asked.Version)}: {reason}";
        lock (Refused)
        {
            Refused.Add(text);
        }

        return text;
    }

    public byte[] Filter(RegistryRequest request, byte[] document)
    {
        if (minimumAge <= TimeSpan.Zero || RequestedPackage.Of(ecosystem, request.Path) is not { IsArchive: false, Name.Length: > 0 } asked)
        {
            return document;
        }

        try
        {
            return ecosystem switch
            {
                Ecosystem.Npm => Npm(asked.Name, document),
                Ecosystem.PyPi => PyPi(asked.Name, document),
                _ => document,
            };
        }
        catch (JsonException)
        {
            return document; // not a document that dates anything; the archive is still looked at
        }
    }

    private string? Young(string name, string version)
    {
        PackageFacts? facts;
        lock (_facts)
        {
            if (!_facts.TryGetValue(name, out facts))
            {
                _facts[name] = facts = clients.Ask(ecosystem, name);
            }
        }

        return facts.Find(version)?.Published is { } day && time.GetUtcNow() - day < minimumAge
            ? $"published {day:yyyy-MM-dd HH:mm}Z, less than {minimumAge.TotalHours:0} hours ago" : null;
    }

    private bool IsYoung(string? published) => DateTimeOffset.TryParse(published, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var day) && time.GetUtcNow() - day < minimumAge;

    private byte[] Npm(string name, byte[] document)
    {
        if (JsonNode.Parse(document) is not JsonObject root || root["time"] is not JsonObject times || root["versions"] is not JsonObject versions)
        {
            return document;
        }

        var young = versions.Select(v => v.Key).Where(v => IsYoung(times[v]?.ToString())).ToArray();
        if (young.Length == 0)
        {
            return document;
        }

        foreach (var version in young)
        {
            versions.Remove(version);
            times.Remove(version);
            Hide(name, version);
        }

        if (root["dist-tags"] is JsonObject tags)
        {
            var newest = versions.Select(v => v.Key).Where(v => !v.Contains('-', StringComparison.Ordinal)).MaxBy(v => times[v]?.ToString(), StringComparer.Ordinal);
            foreach (var tag in tags.Select(t => t.Key).ToArray())
            {
                if (young.Contains(tags[tag]?.ToString()))
                {
                    tags.Remove(tag);
                    if (tag == "latest" && newest is not null)
                    {
                        tags["latest"] = newest;
                    }
                }
            }
        }

        return System.Text.Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private byte[] PyPi(string name, byte[] document)
    {
        if (document.AsSpan().TrimStart(" \r\n\t"u8) is not [(byte)'{', ..] || JsonNode.Parse(document) is not JsonObject root || root["files"] is not JsonArray files)
        {
            return document;
        }

        for (var i = files.Count - 1; i >= 0; i--)
        {
            if (IsYoung(files[i]?["upload-time"]?.ToString()))
            {
                Hide(name, files[i]?["filename"]?.ToString() ?? "");
                files.RemoveAt(i);
            }
        }

        return System.Text.Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private void Hide(string name, string version)
    {
        lock (Hidden)
        {
            Hidden.Add($"{name} {version}");
        }
    }
}
