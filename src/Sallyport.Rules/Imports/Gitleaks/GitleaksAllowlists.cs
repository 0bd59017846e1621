using Sallyport.Rules.Imports.Expressions;

namespace Sallyport.Rules.Imports.Gitleaks;

/// <summary>Reads <c>[allowlist]</c> and <c>[[allowlists]]</c>, of a rule or of a file.</summary>
internal sealed class GitleaksAllowlists(NoteBook notes)
{
    private static readonly string[] Keys = ["description", "condition", "commits", "paths", "regexTarget", "regexes", "stopwords", "targetRules"];

    /// <summary>Reads one; null where nothing of it can be honoured.</summary>
    /// <param name="table">The table.</param>
    /// <param name="owner">The rule it belongs to, for messages.</param>
    public ImportedAllowlist? Read(GitleaksTable table, string owner)
    {
        foreach (var (key, line) in table.Keys.Where(k => !Keys.Contains(k.Key, StringComparer.OrdinalIgnoreCase)))
        {
            notes.Add(table.File, line, $"`{key}` is no key of an allowlist of gitleaks 8 and is passed over");
        }

        var all = table.Text("condition").ToUpperInvariant() switch
        {
            "" or "OR" or "||" => false,
            "AND" or "&&" => true,
            _ => throw table.Error(table.LineOf("condition"), $"there is no condition `{table.Text("condition")}`", "write \"OR\" or \"AND\""),
        };
        var target = table.Text("regexTarget") switch
        {
            "" or "secret" => AllowlistTarget.Secret,
            "match" => AllowlistTarget.Match,
            "line" => AllowlistTarget.Line,
            var other => throw table.Error(table.LineOf("regexTarget"), $"there is no target `{other}`", "write \"secret\", \"match\" or \"line\""),
        };
        var lost = false;
        var allowlist = new ImportedAllowlist
        {
            All = all,
            Target = target,
            Commits = [.. table.Texts("commits").Select(c => c.Trim().ToLowerInvariant())],
            Paths = Expressions(table, "paths", owner, ref lost),
            Regexes = Expressions(table, "regexes", owner, ref lost),
            StopWords = table.Texts("stopwords"),
        };

        // Of conditions that must all hold one is missing: without it more would be allowed than the file says.
        if (lost && all)
        {
            notes.Add(table.File, table.Line, $"an allowlist of `{owner}` is left out: one of its conditions cannot be honoured and all must hold");
            return null;
        }

        return allowlist.IsEmpty ? null : allowlist;
    }

    private List<Expression> Expressions(GitleaksTable table, string key, string owner, ref bool lost)
    {
        var expressions = new List<Expression>();
        foreach (var text in table.Texts(key))
        {
            try
            {
                expressions.Add(Expression.Parse(text, ExpressionDialect.Re2));
            }
            catch (ExpressionException e)
            {
                lost = true;
                notes.Add(table.File, table.LineOf(key), $"an expression in `{key}` of an allowlist of `{owner}` is left out: {e.Message}");
            }
        }

        return expressions;
    }
}
