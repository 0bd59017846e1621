using System.Globalization;
using Sallyport.Registries.Clients;
using Sallyport.Registries.Index;
using Sallyport.Registries.Naming;

namespace Sallyport.Registries.Verdicts;

/// <summary>Judges a package by the index and by what its registry says.</summary>
public sealed class RegistryJudge(PackageIndex index, RegistryClients clients, TimeProvider time)
{
    private static readonly TimeSpan Established = TimeSpan.FromDays(730);
    private static readonly System.Buffers.SearchValues<char> Ranges = System.Buffers.SearchValues.Create(" <>=~^*|,x");
    private readonly NameJudge _names = new(index);
    private readonly Alternatives _alternatives = new(index);

    /// <summary>The age under which a package or version is young.</summary>
    public TimeSpan MinimumAge { get; init; } = TimeSpan.FromHours(72);

    /// <summary>The judgement. A registry that cannot be asked leaves it unknown.</summary>
    public PackageJudgement Judge(Ecosystem ecosystem, string name, string? version = null, IReadOnlyList<string>? extras = null)
    {
        var byName = _names.Judge(ecosystem, name, version);
        if (byName.Verdict == PackageVerdict.Blocked)
        {
            return byName;
        }

        if (!PackageName.IsValid(ecosystem, name))
        {
            return Invented(byName, $"`{name}` cannot be the name of a {ecosystem.Word()} package", byName.Evidence);
        }

        var facts = clients.Ask(ecosystem, name);
        if (facts.Exists is null)
        {
            return byName with { Verdict = PackageVerdict.Unknown, Rule = null, Score = 0.4, Evidence = [$"the registry could not be asked: {facts.Failure}", .. byName.Evidence, .. byName is { Target: null, Verdict: not PackageVerdict.Ok } ? Offered(_alternatives.For(ecosystem, name)) : []] };
        }

        if (facts.Exists == false)
        {
            return Invented(byName, facts.Status == "unpublished" ? "every version was taken back" : $"{Place(facts)} has no package of this name", byName.Rule is null ? [] : byName.Evidence);
        }

        return Known(byName, facts, version, extras);
    }

    private PackageJudgement Invented(PackageJudgement byName, string why, IReadOnlyList<string> more)
    {
        var alternatives = byName.Target is null ? _alternatives.For(byName.Ecosystem, byName.Name) : [];
        return byName with
        {
            Verdict = PackageVerdict.Blocked, Rule = PackageRules.Hallucinated, Hallucinated = true, Score = 0.95, Target = byName.Target ?? (alternatives.Count > 0 ? alternatives[0] : null),
            Evidence = [why, .. more, .. Offered(alternatives)],
        };
    }

    private static IReadOnlyList<string> Offered(IReadOnlyList<string> alternatives) =>
        alternatives.Count == 0 ? [] : [$"popular packages with these words: {string.Join(", ", alternatives.Select(a => $"`{a}`"))}"];

    private PackageJudgement Known(PackageJudgement byName, PackageFacts facts, string? version, IReadOnlyList<string>? extras)
    {
        var exact = version is { Length: > 0 } && (char.IsAsciiDigit(version[0]) || version[0] == 'v') && !version.AsSpan().ContainsAny(Ranges);
        var wanted = exact ? facts.Find(version!) : facts.Latest is { } latest ? facts.Find(latest) : facts.Versions.LastOrDefault();
        if (exact && wanted is null && facts.Versions.Count > 0)
        {
            return byName with
            {
                Verdict = PackageVerdict.Blocked, Rule = PackageRules.Hallucinated, Hallucinated = true, Score = 0.9, Target = byName.Name,
                Evidence = [$"there is no version {version}; the latest is {facts.Latest ?? facts.Versions[^1].Version}"],
            };
        }

        var unknown = extras?.Where(e => facts.Extras?.Contains(e, StringComparer.OrdinalIgnoreCase) == false).ToArray() ?? [];
        if (unknown.Length > 0)
        {
            return byName with { Verdict = PackageVerdict.Blocked, Rule = PackageRules.Hallucinated, Hallucinated = true, Score = 0.85, Target = byName.Name, Evidence = [$"it has no extra `{string.Join("`, `", unknown)}`"] };
        }

        var evidence = Plain(facts, wanted);
        var against = new List<(string Rule, double Score, string Text)>();
        Against(byName, facts, wanted, against);
        if (against.Count == 0)
        {
            return byName with { Verdict = PackageVerdict.Ok, Rule = null, Target = null, Score = 0, Evidence = evidence };
        }

        var worst = against.MaxBy(a => a.Score);
        return byName with
        {
            Verdict = facts.Status is "quarantined" ? PackageVerdict.Blocked : PackageVerdict.Review, Rule = worst.Rule, Score = worst.Score,
            Evidence = [.. against.OrderByDescending(a => a.Score).Select(a => a.Text), .. evidence],
        };
    }

    private void Against(PackageJudgement byName, PackageFacts facts, VersionFacts? wanted, List<(string Rule, double Score, string Text)> against)
    {
        var now = time.GetUtcNow();
        var old = facts.FirstPublished is { } first && now - first > Established && facts.Versions.Count >= 5;
        if (byName.Rule is { } rule && !(old && rule == PackageRules.LookAlike))
        {
            against.Add((rule, byName.Score, string.Join("; ", byName.Evidence)));
        }

        if (facts.FirstPublished is { } born && now - born < MinimumAge)
        {
            against.Add((PackageRules.Young, 0.7, $"the package is {Age(now - born)} old"));
        }
        else if (wanted?.Published is { } day && now - day < MinimumAge)
        {
            against.Add((PackageRules.Young, 0.5, $"version {wanted.Version} is {Age(now - day)} old"));
        }

        if (facts.Status is { } status)
        {
            against.Add((PackageRules.Withdrawn, status == "quarantined" ? 0.95 : 0.45, $"the registry says: {status}"));
        }

        if (wanted is { Yanked: true } or { Deprecated.Length: > 0 })
        {
            against.Add((PackageRules.Withdrawn, 0.5, wanted.Yanked ? $"version {wanted.Version} was withdrawn" : $"deprecated: {wanted.Deprecated}"));
        }

        if (wanted?.Vulnerabilities.Count > 0)
        {
            against.Add((PackageRules.Vulnerable, 0.6, $"known vulnerabilities: {string.Join(", ", wanted.Vulnerabilities)}"));
        }

        var before = wanted is null ? -1 : facts.Versions.IndexOf(wanted) - 1;
        if (before >= 0 && wanted!.Attested == false && facts.Versions.Take(before + 1).Any(v => v.Attested == true))
        {
            against.Add((PackageRules.Provenance, 0.55, $"version {wanted.Version} does not say where it was built, earlier ones do"));
        }

        if (before >= 0 && byName.Ecosystem == Ecosystem.Npm && wanted!.InstallScript == true && facts.Versions[before].InstallScript == false)
        {
            against.Add((PackageRules.InstallScript, 0.5, $"version {wanted.Version} runs a script at installation, {facts.Versions[before].Version} did not"));
        }
    }

    private List<string> Plain(PackageFacts facts, VersionFacts? wanted)
    {
        var evidence = new List<string> { $"exists at {Place(facts)}, {facts.Versions.Count} versions{(wanted is null ? "" : $", {wanted.Version}")}" };
        if (facts.FirstPublished is { } first)
        {
            evidence.Add($"first published {first.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        }

        if (facts.Downloads is { } downloads)
        {
            evidence.Add(string.Create(CultureInfo.InvariantCulture, $"{downloads:N0} downloads"));
        }

        if (facts.Maintainers is { } people)
        {
            evidence.Add(people == 1 ? "1 maintainer" : $"{people} maintainers");
        }

        evidence.Add(facts.Repository is { Length: > 0 } repository ? $"source {repository}" : "names no repository");
        if (wanted?.InstallScript == true)
        {
            evidence.Add("runs code at installation");
        }

        if (wanted?.Attested == true)
        {
            evidence.Add("attested: it says provably where it was built");
        }

        return evidence;
    }

    private static string Place(PackageFacts facts) => facts.Registry is { } registry ? registry.Address.Authority : "the registry";

    private static string Age(TimeSpan age) => age.TotalHours < 48 ? $"{Math.Max(0, (int)age.TotalHours)} hours" : $"{(int)age.TotalDays} days";
}
