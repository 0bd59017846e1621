using System.Text;
using Sallyport.Core.Ignoring;
using Sallyport.Core.Text;
using Sallyport.Detectors.Exposure.Settings;
using Sallyport.Rules.Imports.Toml;

namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>Codex CLI: permission profiles say what commands may read, and the system's sandbox holds them to it.</summary>
internal sealed class Codex : AssistantTool
{
    private const string Project = ".codex/config.toml";
    private const string User = "~/.codex/config.toml";
    private const string Begin = "# >>> sallyport init --ignore-files: made from `private:` in sallyport.yml and the list in docs/exposure.md\n";
    private const string End = "# <<< sallyport init --ignore-files\n";

    public override string Id => "codex";

    public override string Name => "Codex CLI";

    public override IReadOnlyList<string> Markers => [".codex/"];

    public override IReadOnlyList<string> Files => [Project, User];

    public override string Change => $"deny it in a permission profile of {Project}: `\"**/NAME\" = \"none\"`";

    public override string Limit => "deny globs did nothing in 0.130.0 (codex#22179); try yours";

    public override string? Generated => Project;

    public override string Generate(string? text, PrivateList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var rest = text is null ? "" : Remove(text, list) ?? "";
        if (rest.Contains("default_permissions", StringComparison.Ordinal) || rest.Contains("sandbox_mode", StringComparison.Ordinal))
        {
            return text!; // A profile of the user's own, or none by choice: two do not go together.
        }

        var globs = string.Concat(list.Lines.Where(l => !l.StartsWith('!')).Select(l => $", \"{Glob(l)}\" = \"none\""));
        return $"{Begin}default_permissions = \"sallyport\"\npermissions.sallyport.filesystem.\":workspace_roots\" = {{ \".\" = \"write\"{globs} }}\n{End}{rest}";
    }

    public override string? Remove(string text, PrivateList list)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        var rest = from < 0 || to < from ? text : text[..from] + text[(to + End.Length)..];
        return rest.Length == 0 ? null : rest;
    }

    /// <inheritdoc/>
    public override bool IsOwn(string? text) => text is not null && !text.Contains(Begin, StringComparison.Ordinal);

    internal override ToolCover Read(ToolFiles files, IReadOnlyList<NameFact> names)
    {
        var rules = new List<Rule>();
        var problems = new List<ToolCover.Problem>();
        var (selected, danger, mode) = ("", false, (ToolCover.Problem?)null);
        foreach (var fact in new[] { files.At(User), files.At(Project) }.OfType<SettingsFact>())
        {
            TomlTable table;
            try
            {
                table = TomlReader.Read(Encoding.UTF8.GetString(fact.Text));
            }
            catch (TomlException e)
            {
                problems.Add(new("ineffective-pattern", fact, LineSpan(fact.Text, e.Line), $"Codex cannot read this file: {e.Message}", "mend the line"));
                continue;
            }

            selected = table.Find("default_permissions")?.Content as string ?? selected;
            if (table.Find("sandbox_mode") is { } sandbox)
            {
                danger |= sandbox.Content is "danger-full-access";
                mode = new("ineffective-pattern", fact, LineSpan(fact.Text, sandbox.Line), "`sandbox_mode` makes Codex ignore its permission profiles", "take `sandbox_mode` out, and choose the profile by `default_permissions`");
            }

            if (table.Find("permissions")?.Content is TomlTable profiles)
            {
                foreach (var (profile, content) in profiles.Values)
                {
                    Collect(fact, profile, (content.Content as TomlTable)?.Find("filesystem")?.Content as TomlTable, rules);
                }
            }
        }

        var denies = rules.Exists(r => r.Denies);
        if (denies && mode is not null)
        {
            problems.Add(mode);
        }
        else if (denies && rules.Find(r => r.Denies && r.Profile != selected) is { } idle && !rules.Exists(r => r.Profile == selected))
        {
            problems.Add(new("ineffective-pattern", idle.Fact, idle.Span, $"no line selects the permission profile `{idle.Profile}`, so that it denies nothing", $"add `default_permissions = \"{idle.Profile}\"`"));
        }

        var active = mode is null ? rules.Where(r => r.Profile == selected).ToList() : [];
        var cover = new ToolCover((_, place) => Judge(active, place))
        {
            Shell = danger || selected == ":danger-full-access" ? ToolCover.ShellAccess.Closable : ToolCover.ShellAccess.None,
            ShellChange = "choose a permission profile instead of full access",
            ShellAt = files.At(Project),
            ListAt = files.At(Project),
            OutOfStep = list => [.. list.Own.Where(l => !l.StartsWith('!')).Select(Glob).Where(g => !rules.Exists(r => r.Denies && r.Glob == g)).Select(g => $"\"{g}\" = \"none\"")],
        };
        cover.Problems.AddRange(problems);
        return cover;
    }

    private static void Collect(SettingsFact fact, string profile, TomlTable? table, List<Rule> rules)
    {
        foreach (var (glob, value) in table?.Values ?? new Dictionary<string, TomlValue>())
        {
            if (value.Content is TomlTable inner)
            {
                Collect(fact, profile, inner, rules);
            }
            else if (value.Content is string access)
            {
                var text = glob.StartsWith("./", StringComparison.Ordinal) ? glob[1..] : glob.StartsWith("**/", StringComparison.Ordinal) ? glob : "/" + glob.TrimStart('/');
                rules.Add(new Rule(fact, LineSpan(fact.Text, value.Line), profile, glob, access is "none" or "deny", IgnorePattern.Parse(Encoding.UTF8.GetBytes(text))));
            }
        }
    }

    // The narrower word counts: a path without a wildcard stands above a glob.
    private static ToolCover.Verdict Judge(List<Rule> rules, string place)
    {
        var denied = rules.Exists(r => r.Denies && r.Covers(place));
        var exact = rules.Find(r => !r.Denies && r.Glob.TrimStart('.', '/') == place.TrimStart('.', '/') && place.EndsWith(r.Glob.TrimStart('/'), StringComparison.Ordinal));
        return !denied ? new ToolCover.Verdict(ToolCover.State.Open)
            : exact is null ? new ToolCover.Verdict(ToolCover.State.Covered)
            : new ToolCover.Verdict(ToolCover.State.TakenBack, new("reincluded-file", exact.Fact, exact.Span, $"`{exact.Glob}` lets Codex CLI read {place} again", "take the line out"));
    }

    private static string Glob(string line)
    {
        var inner = line.TrimEnd('/');
        var tied = inner.Contains('/', StringComparison.Ordinal);
        return (tied ? inner.TrimStart('/') : "**/" + inner) + (line.EndsWith('/') ? "/**" : "");
    }

    private static TextSpan LineSpan(byte[] text, int line)
    {
        var at = 0;
        for (var n = 1; n < line; n++)
        {
            var end = text.AsSpan(at).IndexOf((byte)'\n');
            at = end < 0 ? at : at + end + 1;
        }

        var length = text.AsSpan(at).IndexOf((byte)'\n');
        return new TextSpan(at, (length < 0 ? text.AsSpan(at) : text.AsSpan(at, length)).TrimEnd("\r "u8).Length);
    }

    private sealed record Rule(SettingsFact Fact, TextSpan Span, string Profile, string Glob, bool Denies, IgnorePattern? Pattern)
    {
        public bool Covers(string place)
        {
            for (var slash = place.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = place.IndexOf('/', slash + 1))
            {
                if (Pattern?.Matches(Encoding.UTF8.GetBytes(place[..slash])) == true)
                {
                    return true;
                }
            }

            return Pattern?.Matches(Encoding.UTF8.GetBytes(place)) == true;
        }
    }
}
