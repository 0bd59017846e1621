using Sallyport.Core;
using Sallyport.Rules.Imports.Toml;

namespace Sallyport.Rules.Imports.Gitleaks;

/// <summary>Reads a <c>.gitleaks.toml</c> and the files it extends.</summary>
internal sealed class GitleaksFile(Func<RuleFile, string?> read)
{
    // gitleaks itself stops after two.
    private const int ExtendLimit = 2;
    private static readonly string[] Keys = ["title", "description", "minVersion", "extend", "rules", "allowlist", "allowlists"];
    private static readonly string[] RuleKeys =
        ["id", "description", "regex", "path", "secretGroup", "entropy", "keywords", "tags", "allowlist", "allowlists", "required", "skipReport"];

    public IReadOnlyList<ImportedRule> Read(RuleFile file, string text, NoteBook notes)
    {
        var config = Load(file, text, notes, depth: 0);
        return [.. new GitleaksTranslator(file.Shown, config, notes).Translate()];
    }

    private GitleaksConfig Load(RuleFile from, string text, NoteBook notes, int depth)
    {
        var file = from.Shown;
        var root = new GitleaksTable(file, Parse(file, text));
        foreach (var (key, line) in root.Keys.Where(k => !Keys.Contains(k.Key, StringComparer.OrdinalIgnoreCase)))
        {
            notes.Add(file, line, $"`{key}` is no key of gitleaks 8 and is passed over");
        }

        var config = new GitleaksConfig();
        var allowlists = new GitleaksAllowlists(notes);
        foreach (var table in root.Tables("rules"))
        {
            var rule = ReadRule(file, table, allowlists, notes);
            config.Rules[rule.Id] = rule;
        }

        foreach (var table in root.Tables("allowlist").Concat(root.Tables("allowlists")))
        {
            var targets = table.Texts("targetRules");
            if (allowlists.Read(table, "the whole file") is { } allowlist)
            {
                (targets.Count == 0 ? () => config.Allowlists.Add(allowlist) : (Action)(() => config.Targeted.Add((targets, allowlist))))();
            }
        }

        foreach (var extend in root.Tables("extend"))
        {
            Extend(config, from, extend, notes, depth);
        }

        return config;
    }

    private static TomlTable Parse(string file, string text)
    {
        try
        {
            return TomlReader.Read(text);
        }
        catch (TomlException e)
        {
            throw new UserException($"{file}:{e.Line}: {e.Message}", "the file must be TOML 1.0, as gitleaks 8 reads it");
        }
    }

    private static GitleaksRule ReadRule(string file, GitleaksTable table, GitleaksAllowlists allowlists, NoteBook notes)
    {
        var id = table.Text("id");
        if (id.Length == 0)
        {
            throw table.Error(table.Line, "a rule has no `id`", "give every [[rules]] an id of its own");
        }

        foreach (var (key, _) in table.Keys.Where(k => !RuleKeys.Contains(k.Key, StringComparer.OrdinalIgnoreCase)))
        {
            notes.Share(file, id, $"`{key}` is no key of a gitleaks 8 rule and is passed over");
        }

        if (table.Has("required"))
        {
            notes.Share(file, id, "`required` is not honoured: a match is reported without the other rules near it");
        }

        return new GitleaksRule
        {
            Id = id,
            Line = table.LineOf("id"),
            File = file,
            Description = table.Text("description"),
            Regex = table.Text("regex"),
            Path = table.Text("path"),
            SecretGroup = table.Count("secretGroup"),
            Entropy = table.Number("entropy"),
            Keywords = table.Texts("keywords"),
            Tags = table.Texts("tags"),
            SkipReport = table.Flag("skipReport"),
            Allowlists = [.. table.Tables("allowlist").Concat(table.Tables("allowlists")).Select(t => allowlists.Read(t, id)).OfType<ImportedAllowlist>()],
        };
    }

    private void Extend(GitleaksConfig config, RuleFile file, GitleaksTable extend, NoteBook notes, int depth)
    {
        var disabled = extend.Texts("disabledRules");
        if (extend.Flag("useDefault"))
        {
            config.UsesDefault = true;
            notes.Add(file.Shown, extend.LineOf("useDefault"), "`useDefault`: gitleaks' own rules are not here; Sallyport's own stand for them");
            if (disabled.Count > 0)
            {
                notes.Add(file.Shown, extend.LineOf("disabledRules"), "`disabledRules` names rules of gitleaks and turns off none of Sallyport's: use `exclude` in sallyport.yml");
            }
        }

        if (extend.Has("url"))
        {
            notes.Add(file.Shown, extend.LineOf("url"), "`url` is not fetched: a scan does not use the network");
        }

        if (extend.Text("path") is { Length: > 0 } path)
        {
            var line = extend.LineOf("path");
            var beside = file.Beside(path);
            if (depth == ExtendLimit)
            {
                throw extend.Error(line, $"more than {ExtendLimit} files extend each other", "put the rules into fewer files");
            }

            var text = read(beside) ?? throw extend.Error(line, $"`{path}`, which it extends, does not exist", $"a path is looked up beside the file that names it: {beside.Shown}");
            config.Extend(Load(beside, text, notes, depth + 1), disabled);
        }
    }
}
