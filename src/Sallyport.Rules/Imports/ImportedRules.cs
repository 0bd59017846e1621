using Sallyport.Core.Findings;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Pages;

namespace Sallyport.Rules.Imports;

/// <summary>The rules that a user brought, and what of them is not honoured.</summary>
/// <param name="Rules">The rules, one an id.</param>
/// <param name="Notes">What a user should know.</param>
public sealed record ImportedRules(IReadOnlyList<ImportedRule> Rules, IReadOnlyList<ImportNote> Notes)
{
    /// <summary>The family of all imported rules.</summary>
    public const string Family = "imported";

    /// <summary>The rules as options, reports and <c>explain</c> see them.</summary>
    public RuleSet Describe() => RuleSet.Of([.. Rules.Select(Describe)]);

    internal static ImportedRules Join(IReadOnlyList<ImportedRule> all, NoteBook notes)
    {
        var rules = new Dictionary<string, ImportedRule>(StringComparer.Ordinal);
        foreach (var rule in all)
        {
            if (rules.TryGetValue(rule.Id, out var earlier))
            {
                notes.Add(rule.File, 0, $"`{rule.Id}` stands in {(earlier.File == rule.File ? "the file twice" : $"{earlier.File}, too")}: the later one counts");
            }

            rules[rule.Id] = rule;
        }

        var everywhere = rules.Values.Where(r => r is { Expression.Literals.Count: 0, Keywords.Count: 0 }).Select(r => r.Id).ToArray();
        if (everywhere.Length > 0)
        {
            var which = everywhere.Length == 1 ? $"`{everywhere[0]}` has" : $"{everywhere.Length} rules, such as `{everywhere[0]}`, have";
            notes.Add(rules[everywhere[0]].File, 0, $"{which} neither keywords nor a fixed text of three characters and must look at every byte of every file: the scan takes longer");
        }

        return new([.. rules.Values], [.. notes.Notes()]);
    }

    private static Rule Describe(ImportedRule rule) => new(() => null, () => Help(rule))
    {
        Id = rule.Id,
        Title = rule.Title,
        Severity = Severity.High,
        Confidence = rule.Confidence,
        Status = RuleStatus.Stable,
        Was = [],
        Cwe = [798],
        Threats = ["secrets-in-code"],
        Near = [],
        Path = [],
        Verify = null,
        Analysis = Family,
        Kind = null,
        Settings = new Dictionary<string, string>(),
        Anchors = [],
        MinLength = 0,
        MaxLength = 0,
    };

    private static string Help(ImportedRule rule) =>
        $"A rule of your own, imported from `{rule.File}`.\n\nSallyport does not verify what it finds and knows no more of it than that file says.\n\n"
        + "If it is a secret: revoke it, then take it out of the file and its history.\n";
}
