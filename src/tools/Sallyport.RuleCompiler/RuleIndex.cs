using System.Globalization;
using System.Text;
using Sallyport.Rules.Pages;

namespace Sallyport.RuleCompiler;

/// <summary><c>docs/rules.md</c>: every rule in one table a family, known misses counted.</summary>
internal static class RuleIndex
{
    public static string Render(Repository repository)
    {
        var text = new StringBuilder("# Rules\n\nGenerated from the pages under `rules/`; `sallyport explain ID` shows a whole page.\n");
        foreach (var family in repository.Rules.GroupBy(r => r.Family))
        {
            var known = family.Sum(r => r.Examples.Count(e => e.Kind == ExampleKind.Todo));
            text.Append(CultureInfo.InvariantCulture, $"\n## {family.Key}\n\n{family.Count()} rules, {family.Count(r => r.Match.Verify is not null)} of them verified by a checksum or structure; {known} known misses or false alarms written down.\n\n");
            text.Append("| rule | finds | severity | verified by |\n|---|---|---|---|\n");
            foreach (var rule in family)
            {
                text.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}](../rules/{rule.Id}.md) | {rule.Title} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Match.Verify} |\n");
            }
        }

        return text.ToString();
    }
}
