using Sallyport.Rules.Imports.Expressions;

namespace Sallyport.Rules.Imports.Gitleaks;

/// <summary>Makes imported rules of a gitleaks config.</summary>
internal sealed class GitleaksTranslator(string file, GitleaksConfig config, NoteBook notes)
{
    public IEnumerable<ImportedRule> Translate()
    {
        foreach (var (rules, _) in config.Targeted)
        {
            foreach (var id in rules.Where(id => !config.Rules.ContainsKey(id)))
            {
                notes.Share(file, id, "an allowlist targets rules that are not in the file and does nothing for them");
            }
        }

        return config.Rules.Values.Select(Translate).OfType<ImportedRule>();
    }

    private ImportedRule? Translate(GitleaksRule rule)
    {
        if (rule.SkipReport)
        {
            notes.Share(rule.File, rule.Id, "left out: `skipReport` makes it a helper of other rules, which report without it");
            return null;
        }

        if (rule.Regex.Length + rule.Path.Length == 0)
        {
            notes.Share(rule.File, rule.Id, config.UsesDefault
                ? "left out: it changes a rule of gitleaks' own, which is not here"
                : "left out: it has neither `regex` nor `path`");
            return null;
        }

        try
        {
            return Build(rule);
        }
        catch (ExpressionException e)
        {
            notes.Add(rule.File, rule.Line, $"rule `{rule.Id}` is left out: {e.Message}");
            return null;
        }
    }

    private ImportedRule Build(GitleaksRule rule)
    {
        var expression = rule.Regex.Length == 0 ? null : Expression.Parse(rule.Regex, ExpressionDialect.Re2);
        if (rule.SecretGroup > 0 && rule.SecretGroup >= (expression?.Names.Count ?? 1))
        {
            throw new ExpressionException($"`secretGroup` is {rule.SecretGroup} and the expression has {(expression?.Names.Count ?? 1) - 1} groups");
        }

        return new ImportedRule
        {
            Id = $"{ImportedRules.Family}/gitleaks/{rule.Id}",
            Title = rule.Description.Length > 0 ? rule.Description : $"Matches the imported rule {rule.Id}",
            File = rule.File,
            Expression = expression,
            Path = rule.Path.Length == 0 ? null : Expression.Parse(rule.Path, ExpressionDialect.Re2),
            SecretGroup = rule.SecretGroup > 0 ? rule.SecretGroup : null,
            Keywords = [.. rule.Keywords.Where(k => k.Length > 0).Select(k => k.ToLowerInvariant()).Distinct()],
            MinEntropy = rule.Entropy != 0 ? rule.Entropy : null,
            Tags = [.. rule.Tags.Distinct()],
            Allowlists = [.. rule.Allowlists, .. config.Targeted.Where(t => t.Rules.Contains(rule.Id, StringComparer.Ordinal)).Select(t => t.Allowlist), .. config.Allowlists],
        };
    }
}
