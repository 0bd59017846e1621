using System.Globalization;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Detectors.Exposure.Tools;

namespace Sallyport.Detectors.Exposure;

/// <summary>The checks that need the whole project.</summary>
/// <param name="exposed">The project.</param>
/// <param name="report">Takes rule, fact, range, title, evidence, and a severity where it is not the rule's.</param>
internal sealed class ExposureChecks(Exposed exposed, Action<string, Fact, TextSpan, string, IReadOnlyList<string>, Severity?> report)
{
    private const int MostNamed = 8;

    public void Run()
    {
        foreach (var (_, cover) in exposed.Tools)
        {
            foreach (var problem in cover.Problems)
            {
                report(problem.Rule, problem.At, problem.Span, problem.Title, [problem.Change], null);
            }
        }

        var covered = new Dictionary<NameFact, List<AssistantTool>>();
        foreach (var name in exposed.Private.Where(n => n.Target is null))
        {
            covered[name] = Judge(name);
        }

        Drift(covered);
        Step();
        Shell(covered);
        Environment();
        foreach (var alias in exposed.Aliases.Concat(exposed.Private.Where(n => n.Target is not null)))
        {
            Alias(alias);
        }
    }

    // Reports who can read a file; answers who cannot.
    private List<AssistantTool> Judge(NameFact name)
    {
        var place = exposed.PlaceOf(name);
        var (open, covering) = (new List<AssistantTool>(), new List<AssistantTool>());
        foreach (var (tool, cover) in exposed.Tools)
        {
            var verdict = cover.Of(name, place);
            if (verdict is { State: ToolCover.State.TakenBack, By: { } by })
            {
                report(by.Rule, by.At, by.Span, by.Title, [by.Change], null);
            }

            (verdict.State switch { ToolCover.State.Open => open, ToolCover.State.Covered => covering, _ => [] }).Add(tool);
        }

        if (open.Count > 0)
        {
            report("uncovered-file", name, Line(name), $"{Names(open)} can read {place}", [.. open.Select(t => $"{t.Name}: {t.Change}"), $"private by `{exposed.List.Find(place)}`"], null);
        }

        if (name.Status == NameFact.Git.Tracked)
        {
            report("tracked-private-file", name, Line(name), $"{place} is tracked by git, so that every version of it stays readable in the history", ["`git rm --cached` it, name it in .gitignore, replace the secrets in it"], null);
        }

        return covering;
    }

    private void Drift(Dictionary<NameFact, List<AssistantTool>> covered)
    {
        foreach (var (tool, cover) in exposed.Tools.Where(t => t.Tool.Generated is not null))
        {
            var missed = covered.Where(c => c.Value.Count > 0 && cover.Of(c.Key, exposed.PlaceOf(c.Key)).State == ToolCover.State.Open).ToArray();
            if (missed.Length > 0)
            {
                var others = exposed.Tools.Select(t => t.Tool).Where(t => missed.Any(m => m.Value.Contains(t))).ToList();
                report(
                    "ignore-drift", cover.ListAt ?? missed[0].Key, cover.ListAt is { } at ? FirstLine(at) : Line(missed[0].Key),
                    $"{tool.Generated} leaves open to {tool.Name} what is hidden from {Names(others)}: {List(missed.Select(m => exposed.PlaceOf(m.Key)))}",
                    ["`sallyport init --ignore-files` makes every tool's file from one list"], null);
            }
        }
    }

    private void Step()
    {
        foreach (var (tool, cover) in exposed.Tools)
        {
            if (cover.OutOfStep?.Invoke(exposed.List) is { Count: > 0 } missing && cover.ListAt is { } at)
            {
                report(
                    "ignore-drift", at, FirstLine(at), $"{tool.Generated} is out of step with `private:` in sallyport.yml: {List(missing)}",
                    ["`sallyport init --ignore-files --write` brings it in step"], null);
            }
        }
    }

    private void Shell(Dictionary<NameFact, List<AssistantTool>> covered)
    {
        foreach (var (tool, cover) in exposed.Tools)
        {
            var hidden = covered.Where(c => c.Value.Contains(tool)).Select(c => c.Key).ToArray();
            if (hidden.Length > 0 && cover.Shell != ToolCover.ShellAccess.None)
            {
                var at = cover.ShellAt ?? hidden[0];
                report(
                    "shell-bypass", at, at is NameFact name ? Line(name) : FirstLine(at), $"{tool.Name} hides {List(hidden.Select(exposed.PlaceOf))} from its file tools, and its shell reads it",
                    [cover.ShellChange], cover.Shell == ToolCover.ShellAccess.Open ? Severity.Low : null);
            }
        }
    }

    private void Environment()
    {
        if (exposed.Names.FirstOrDefault(n => exposed.PlaceOf(n) == ".env") is { } name)
        {
            foreach (var (tool, cover) in exposed.Tools.Where(t => t.Cover.EnvironmentChange is not null))
            {
                report("env-autoload", name, Line(name), $"{tool.Name} loads .env into its own environment, and so into every command it runs", [cover.EnvironmentChange!], null);
            }
        }
    }

    private void Alias(NameFact alias)
    {
        var place = exposed.PlaceOf(alias);
        var originals = alias.Target is null ? [.. PrivateList.Spellings(place)] : new[] { alias.Target };
        var original = originals[0];
        place += original.EndsWith("/*", StringComparison.Ordinal) ? "/*" : "";
        var itself = exposed.Private.FirstOrDefault(n => originals.Contains(exposed.PlaceOf(n))) ?? alias;
        var open = new List<AssistantTool>();
        var closed = false;
        foreach (var (tool, cover) in exposed.Tools)
        {
            var hidden = originals.Any(o => cover.Of(itself, o).State == ToolCover.State.Covered);
            closed |= hidden;
            if ((hidden || alias.Target is not null) && cover.Of(alias, place).State != ToolCover.State.Covered)
            {
                open.Add(tool);
            }
        }

        if (closed && open.Count > 0)
        {
            report("private-file-alias", alias, Line(alias), $"{Names(open)} can read {original} by the name {place}", ["hide this name as well, or remove it"], null);
        }
        else if (alias.Target is null && !closed)
        {
            Judge(alias);
        }
    }

    private static TextSpan Line(NameFact name) => new(0, name.Length);

    private static TextSpan FirstLine(Fact at)
    {
        var text = ((Settings.SettingsFact)at).Text.AsSpan();
        var end = text.IndexOf((byte)'\n');
        return new TextSpan(0, (end < 0 ? text : text[..end]).TrimEnd("\r"u8).Length);
    }

    private static string Names(List<AssistantTool> tools) => tools.Count switch
    {
        1 => tools[0].Name,
        _ => $"{string.Join(", ", tools.Take(tools.Count - 1).Select(t => t.Name))} and {tools[^1].Name}",
    };

    private static string List(IEnumerable<string> places)
    {
        var all = places.ToArray();
        return string.Join(", ", all.Take(MostNamed)) + (all.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {all.Length - MostNamed} more") : "");
    }
}
