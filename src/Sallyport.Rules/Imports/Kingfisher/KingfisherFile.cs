using Sallyport.Core;
using Sallyport.Core.Findings;
using Sallyport.Rules.Imports.Expressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sallyport.Rules.Imports.Kingfisher;

/// <summary>Reads rules of kingfisher 1.</summary>
internal static class KingfisherFile
{
    private static readonly string[] Keys =
    [
        "name", "id", "pattern", "min_entropy", "confidence", "visible", "pattern_requirements", "depends_on_rule", "validation", "revocation",
        "examples", "negative_examples", "references", "categories", "prevalidated", "tls_mode",
    ];

    public static IReadOnlyList<ImportedRule> Read(string file, string text, NoteBook notes)
    {
        var root = Parse(file, text);
        if (!root.Has("rules"))
        {
            throw root.Error(1, "there is no list `rules`", "kingfisher 1 rules stand in a list `rules:`; each has `name`, `id` and `pattern`");
        }

        return [.. root.Maps("rules").Select(node => Read(file, node, notes)).OfType<ImportedRule>()];
    }

    private static KingfisherNode Parse(string file, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode map }, ..]
                ? new KingfisherNode(file, map)
                : throw new UserException($"{file}:1: this is no mapping", "kingfisher 1 rules stand in a list `rules:`");
        }
        catch (YamlException e)
        {
            throw new UserException($"{file}:{e.Start.Line}: {e.Message}", "the file must be YAML, as kingfisher 1 reads it");
        }
    }

    private static ImportedRule? Read(string file, KingfisherNode node, NoteBook notes)
    {
        var (id, pattern) = (node.Text("id"), node.Text("pattern"));
        if (id.Length == 0 || pattern.Length == 0)
        {
            throw node.Error(node.Line, $"a rule has no `{(id.Length == 0 ? "id" : "pattern")}`", "give every rule `name`, `id` and `pattern`");
        }

        if (!node.Flag("visible", missing: true))
        {
            notes.Share(file, id, "left out: `visible: false` makes it a helper that reports nothing");
            return null;
        }

        Note(file, node, id, notes);
        try
        {
            return Build(file, node, id, pattern, notes);
        }
        catch (ExpressionException e)
        {
            notes.Add(file, node.LineOf("pattern"), $"rule `{id}` is left out: {e.Message}");
            return null;
        }
    }

    private static void Note(string file, KingfisherNode node, string id, NoteBook notes)
    {
        foreach (var key in node.Keys.Where(k => !Keys.Contains(k, StringComparer.Ordinal)))
        {
            notes.Share(file, id, $"`{key}` is no key of a kingfisher 1 rule and is passed over");
        }

        if (node.Has("validation") || node.Has("revocation"))
        {
            notes.Share(file, id, "`validation` and `revocation` are not honoured: nothing is sent anywhere");
        }

        if (node.Has("depends_on_rule"))
        {
            notes.Share(file, id, "`depends_on_rule` is not honoured: a match is reported without the other rule");
        }
    }

    private static ImportedRule Build(string file, KingfisherNode node, string id, string pattern, NoteBook notes)
    {
        var expression = Expression.Parse(pattern, ExpressionDialect.Rust);
        return new ImportedRule
        {
            Id = $"{ImportedRules.Family}/kingfisher/{id}",
            Title = node.Text("name") is { Length: > 0 } name ? name : $"Matches the imported rule {id}",
            File = file,
            Expression = expression,
            SecretGroup = SecretGroup(expression),
            Confidence = Level(node),
            MinEntropy = node.Number("min_entropy") is > 0 and var least ? least : null,
            Requirements = node.Map("pattern_requirements") is { } requirements ? Requirements(requirements) : null,
            Checksum = node.Map("pattern_requirements")?.Map("checksum") is { } checksum ? Checksum(file, checksum, id, notes) : null,
        };
    }

    // The group called TOKEN, or the first without a name; named ones serve validation.
    private static int? SecretGroup(Expression expression)
    {
        var first = default(int?);
        for (var i = expression.Names.Count - 1; i > 0; i--)
        {
            if (string.Equals(expression.Names[i], "TOKEN", StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }

            first = expression.Names[i] is null ? i : first;
        }

        return first;
    }

    private static Confidence Level(KingfisherNode node) => node.Text("confidence").ToLowerInvariant() switch
    {
        "" or "low" => Confidence.Low,
        "medium" => Confidence.Medium,
        "high" => Confidence.High,
        var other => throw node.Error(node.LineOf("confidence"), $"there is no confidence `{other}`", "write low, medium or high"),
    };

    private static ImportedRequirements Requirements(KingfisherNode node) => new()
    {
        Digits = node.Count("min_digits"),
        Upper = node.Count("min_uppercase"),
        Lower = node.Count("min_lowercase"),
        Special = node.Count("min_special_chars"),
        SpecialCharacters = node.Text("special_chars") is { Length: > 0 } special ? special : ImportedRequirements.UsualSpecial,
        IgnoreIfContains = [.. node.Texts("ignore_if_contains").Select(w => w.Trim()).Where(w => w.Length > 0)],
    };

    private static TemplateChecksum? Checksum(string file, KingfisherNode node, string id, NoteBook notes)
    {
        var actual = node.Map("actual");
        var (shown, computed) = (Template.Parse(actual?.Text("template") ?? ""), Template.Parse(node.Text("expected")));
        if (shown is null || computed is null)
        {
            notes.Share(file, id, "`checksum` is not honoured: its template uses a filter that is not known here");
            return null;
        }

        return new TemplateChecksum(shown, computed, actual!.Text("requires_capture"), node.Flag("skip_if_missing", missing: false));
    }
}
