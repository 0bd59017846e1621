using System.Text;
using Sallyport.Core.Text;
using Sallyport.Detectors.Exposure.Settings;

namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>Claude Code: its file tools keep to <c>permissions.deny</c>, its shell only to the sandbox.</summary>
internal sealed class ClaudeCode : AssistantTool
{
    private const string Settings = ".claude/settings.json";
    private const string Local = ".claude/settings.local.json";
    private const string User = "~/.claude/settings.json";
    private const string Ours = "Read(./**/"; // Nobody writes it so by hand; it is how our entries are known again.
    private static readonly string[] Deny = ["permissions", "deny"];
    private static readonly string[] NoSchema = ["permissions.read.deny", "permissions.deny.read", "deny", "permissions.denied", "ignorePatterns", "permissions.ignore"];

    public override string Id => "claude-code";

    public override string Name => "Claude Code";

    public override IReadOnlyList<string> Markers => ["CLAUDE.md", "CLAUDE.local.md", ".claude/"];

    public override IReadOnlyList<string> Files => [Settings, Local, User];

    public override string Change => $"deny it in {Settings}: `\"Read(**/NAME)\"` under permissions.deny";

    public override string Limit => "without its sandbox a program that its shell starts reads any file";

    public override string? Generated => Settings;

    public override string Generate(string? text, PrivateList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var rules = Rules(list).ToHashSet(StringComparer.Ordinal);
        var rest = text is null ? null : JsonList.Remove(text, Deny, r => r.StartsWith(Ours, StringComparison.Ordinal) && !rules.Contains(r));
        return JsonList.Add(rest ?? "{}\n", Deny, Rules(list));
    }

    public override string? Remove(string text, PrivateList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var rules = Rules(list).ToHashSet(StringComparer.Ordinal);
        return JsonList.Remove(text, Deny, r => r.StartsWith(Ours, StringComparison.Ordinal) || rules.Contains(r));
    }

    internal override ToolCover Read(ToolFiles files, IReadOnlyList<NameFact> names)
    {
        var all = files.Json(Settings, Local, User).ToList();
        var deny = new List<ClaudePattern>();
        var reopened = new List<(SettingsFact Fact, ClaudePattern Pattern)>();
        var problems = new List<ToolCover.Problem>();
        foreach (var (fact, entries) in all)
        {
            var user = fact.Path.StartsWith('~');
            foreach (var entry in entries.Under("permissions.deny").Where(e => e.Value is not "Bash"))
            {
                Take(fact, entry, user, deny, problems);
            }

            problems.AddRange(Wrong(fact, entries, user));
            reopened.AddRange(entries.Under("sandbox.filesystem.allowRead").Select(e => (fact, ClaudePattern.Of(e, e.Value, user))));
            reopened.AddRange(entries.Under("permissions.allow").Select(e => (Entry: e, Inner: Inside(e.Value, "Read("))).Where(e => e.Inner is not null).Select(e => (fact, ClaudePattern.Of(e.Entry, e.Inner!, user))));
        }

        var closed = all.Any(f => f.Entries.Says("sandbox.enabled", "true") || f.Entries.Under("permissions.deny").Any(e => e.Value is "Bash" or "Bash(*)"));
        var cover = new ToolCover((_, place) => Judge(place, deny, reopened, all))
        {
            Shell = closed ? ToolCover.ShellAccess.None : ToolCover.ShellAccess.Closable,
            ShellChange = $"switch its sandbox on (`\"sandbox\": {{\"enabled\": true}}` in {Settings}; it takes over the denied reads), or deny `Bash`",
            ShellAt = all.Select(f => f.Fact).FirstOrDefault(f => !f.Path.StartsWith('~')),
            ListAt = files.At(Settings),
            OutOfStep = list => [.. Rules(new PrivateList(list.Own), list.Own).Where(rule => !all.Any(f => f.Entries.Says("permissions.deny", rule)))],
        };
        cover.Problems.AddRange(problems);
        return cover;
    }

    // Deny wins over allow, so that only the sandbox's own exceptions, and commands that are allowed by name, open again what is denied.
    private static ToolCover.Verdict Judge(
        string place, List<ClaudePattern> deny, List<(SettingsFact Fact, ClaudePattern Pattern)> reopened, List<(SettingsFact Fact, JsonEntries Entries)> all)
    {
        var covered = deny.Exists(d => d.Covers(place));
        foreach (var (fact, pattern) in reopened)
        {
            if (pattern.Covers(place) && (!covered || pattern.Entry.Key.StartsWith("sandbox", StringComparison.Ordinal)) && !(pattern.Text is "." or "./" or "**" or "./**"))
            {
                return TakenBack(fact, pattern.Entry, place);
            }
        }

        foreach (var (fact, entries) in all)
        {
            if (entries.Under("permissions.allow").FirstOrDefault(e => e.Value.StartsWith("Bash(", StringComparison.Ordinal) && Names(e.Value, place)) is { } command)
            {
                return TakenBack(fact, command, place);
            }
        }

        return new ToolCover.Verdict(covered ? ToolCover.State.Covered : ToolCover.State.Open);
    }

    private static ToolCover.Verdict TakenBack(SettingsFact fact, JsonEntries.Entry entry, string place) =>
        new(ToolCover.State.TakenBack, new("reincluded-file", fact, entry.Span, $"`{entry.Value}` lets Claude Code read {place} again", "take the entry out, or make it name no private file"));

    private static bool Names(string command, string place) => command[5..^1].Split(' ', ':').Any(w => w.Trim('"', '\'') is var word && (word == place || word == "./" + place));

    private static void Take(SettingsFact fact, JsonEntries.Entry entry, bool user, List<ClaudePattern> deny, List<ToolCover.Problem> problems)
    {
        if (Inside(entry.Value, "Read(") is { } inner)
        {
            var pattern = ClaudePattern.Of(entry, inner, user);
            deny.Add(pattern);
            if (pattern.Wrong is { } why)
            {
                problems.Add(new("ineffective-pattern", fact, entry.Span, $"`{entry.Value}` denies nothing: {why.Split(';')[0]}", why.Split("; ")[^1]));
            }
        }
        else if (!entry.Value.Contains('(', StringComparison.Ordinal) && (entry.Value.Contains('.', StringComparison.Ordinal) || entry.Value.Contains('/', StringComparison.Ordinal) || entry.Value.Contains('*', StringComparison.Ordinal)))
        {
            problems.Add(new("ineffective-pattern", fact, entry.Span, $"`{entry.Value}` denies nothing: a rule names a tool", $"write `Read({entry.Value})`"));
        }
    }

    private static IEnumerable<ToolCover.Problem> Wrong(SettingsFact fact, JsonEntries entries, bool user)
    {
        if (entries.All.FirstOrDefault(e => NoSchema.Contains(e.Key)) is { } unknown)
        {
            yield return new("ineffective-pattern", fact, unknown.Span, $"Claude Code does not know the setting `{unknown.Key}`, so that it denies nothing", "write `\"permissions\": {\"deny\": [\"Read(…)\"]}`");
        }

        foreach (var entry in entries.Under("sandbox.filesystem.denyRead"))
        {
            if (ClaudePattern.Of(entry, entry.Value, user).Wrong is { } why)
            {
                yield return new("ineffective-pattern", fact, entry.Span, $"`{entry.Value}` hides nothing: {why.Split(';')[0]}", why.Split("; ")[^1]);
            }
        }
    }

    private static string? Inside(string rule, string tool) =>
        rule.StartsWith(tool, StringComparison.Ordinal) && rule.EndsWith(')') ? rule[tool.Length..^1] : null;

    private static IEnumerable<string> Rules(PrivateList list) => Rules(list, list.Lines);

    private static IEnumerable<string> Rules(PrivateList list, IEnumerable<string> lines) => lines.Where(l => !l.StartsWith('!')).Select(Rule);

    // Below a folder is another pattern than the folder; a slash inside ties a line to the project's first folder.
    private static string Rule(string line)
    {
        var folder = line.EndsWith('/');
        var inner = line.TrimEnd('/');
        var tied = inner.Contains('/', StringComparison.Ordinal) && !inner.StartsWith("**/", StringComparison.Ordinal);
        return $"Read(./{(tied ? inner.TrimStart('/') : inner.StartsWith("**/", StringComparison.Ordinal) ? inner : "**/" + inner)}{(folder ? "/**" : "")})";
    }
}
