using Sallyport.Registries.Index;
using Sallyport.Registries.LookAlikes;
using Sallyport.Registries.Naming;

namespace Sallyport.Registries.Verdicts;

/// <summary>Judges a package by its name alone, with the index and without any network.</summary>
public sealed class NameJudge(PackageIndex index)
{
    /// <summary>The judgement. A likeness alone never blocks.</summary>
    public PackageJudgement Judge(Ecosystem ecosystem, string name, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var blank = new PackageJudgement { Ecosystem = ecosystem, Name = name, Version = version, Verdict = PackageVerdict.Unknown };
        if (index.IsMalicious(ecosystem, name))
        {
            return blank with { Verdict = PackageVerdict.Blocked, Rule = PackageRules.Malicious, Score = 1, Evidence = ["known malicious in every version"] };
        }

        var rank = index.Rank(ecosystem, name);
        if (rank > 0)
        {
            return blank with { Verdict = PackageVerdict.Ok, Evidence = [$"a popular {ecosystem.Word()} package"] };
        }

        if (index.PackagesOfImport(ecosystem, name) is [var package, ..] && !PackageName.Same(ecosystem, package, name))
        {
            return blank with
            {
                Verdict = PackageVerdict.Review, Rule = PackageRules.Misnamed, Target = package, Score = 0.55,
                Evidence = [$"`{name}` is what is imported; the package that provides it is `{package}`"],
            };
        }

        if (StandardModules.Contains(ecosystem, name))
        {
            return blank with
            {
                Verdict = PackageVerdict.Review, Rule = PackageRules.Misnamed, Score = 0.55,
                Evidence = [$"`{name}` belongs to the language and needs no package; who installs one by that name gets something else"],
            };
        }

        if (index.Part(ecosystem)?.LookAlikes.Find(PackageName.Normalize(ecosystem, name)) is { } alike)
        {
            return blank with
            {
                Verdict = PackageVerdict.Review, Rule = PackageRules.LookAlike, Target = alike.Target, Score = Math.Min(0.79, 0.5 + (alike.Score / 10)),
                Evidence = [alike.Words, Popularity(alike)],
            };
        }

        return blank with { Score = 0.3, Evidence = [index.Covers(ecosystem) ? "not among the popular names that are known here" : "nothing is known of this ecosystem here"] };
    }

    private static string Popularity(LookAlike alike) => alike.Rank <= 1000 ? $"`{alike.Target}` is among the 1,000 most popular" : $"`{alike.Target}` is popular";
}
