namespace Sallyport.Rules.Pages;

/// <summary>Refuses pages that parse but do not make a whole rule.</summary>
public static class RulePageValidator
{
    private static readonly string[] Headings = ["## What it finds", "## Why it matters", "## How to fix", "## Limits"];

    /// <summary>Throws <see cref="RulePageException"/> with what is missing.</summary>
    public static void Check(RulePage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        Require(page, page.Examples.Count(e => e.Kind == ExampleKind.Bad) >= 2, "needs at least two `bad` examples");
        Require(page, page.Examples.Count(e => e.Kind == ExampleKind.Good) >= 2, "needs at least two `good` examples");
        Require(page, page.Examples.Where(e => e.Kind == ExampleKind.Bad).All(e => e.Text.Contains("[|", StringComparison.Ordinal)), "every `bad` example marks what must be reported with [|…|]");
        Require(page, page.Cwe.Count > 0, "needs a CWE");
        Require(page, page.Threats.Count > 0, "needs a threat of the catalogue");
        foreach (var heading in Headings)
        {
            Require(page, page.Help.Contains(heading, StringComparison.Ordinal), $"needs the heading `{heading}`");
        }

        Require(page, page.Match.Token is null || page.Match.Analysis is null, "`match` holds either `token` or `analysis`");
        Require(page, page.Match.Token is not null || page.Match.Analysis is not null || page.Match.Settings.Count > 0, $"`match` holds one of {string.Join(", ", MatchKeys.All(page.Family))}");
    }

    private static void Require(RulePage page, bool holds, string what)
    {
        if (!holds)
        {
            throw new RulePageException($"{page.Id}: {what}");
        }
    }
}
