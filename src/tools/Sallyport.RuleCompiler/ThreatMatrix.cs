using System.Globalization;
using System.Text;

namespace Sallyport.RuleCompiler;

/// <summary><c>docs/threat-matrix.md</c>: which rules and doors answer which threat; one without an answer is visible.</summary>
internal static class ThreatMatrix
{
    // The doors that are built; the others of a page's list are planned.
    private static readonly string[] Built = ["command line", "git hook", "CI"];

    public static string Render(Repository repository)
    {
        var text = new StringBuilder("# Threats, rules and doors\n\nGenerated from `threats/` and `rules/`. A threat is answered where a rule finds it at a door that is built.\n\n");
        text.Append("| threat | answered | rules | doors built | doors planned |\n|---|---|---|---|---|\n");
        foreach (var threat in repository.Threats)
        {
            var rules = repository.Rules.Where(r => r.Threats.Contains(threat.Id, StringComparer.Ordinal)).ToArray();
            var families = string.Join(", ", rules.GroupBy(r => r.Family).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Count()} {f.Key}")));
            var built = rules.Length == 0 ? [] : threat.Doors.Intersect(Built).ToArray();
            text.Append(CultureInfo.InvariantCulture, $"| [{threat.Title}](../threats/{threat.Id}.md) | {(built.Length > 0 ? "yes" : "**no**")} | {families} | {string.Join(", ", built)} | {string.Join(", ", threat.Doors.Except(built))} |\n");
        }

        text.Append("\n## In other catalogues\n\n| threat | ids |\n|---|---|\n");
        foreach (var threat in repository.Threats)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {threat.Title} | {string.Join("<br>", threat.References.Values.SelectMany(r => r))} |\n");
        }

        return text.ToString();
    }
}
