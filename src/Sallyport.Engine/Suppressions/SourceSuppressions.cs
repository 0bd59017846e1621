using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Core.Text;
using Sallyport.Rules.Compiled;

namespace Sallyport.Engine.Suppressions;

/// <summary>Lets the comments of a trusted artifact speak about its findings, and reports the comments that say nothing.</summary>
internal sealed class SourceSuppressions(RuleSet rules, PolicyAt at, DateOnly today, Func<string, bool> familyRuns)
{
    /// <summary>Marks the findings from <paramref name="from"/> on that a comment accepts, and adds findings about the comments.</summary>
    public void Apply(Artifact artifact, List<Finding> findings, int from)
    {
        if (SuppressionReader.Read(artifact.Bytes.Span) is not { } comments)
        {
            return;
        }

        // Nobody can mend a comment in history.
        var about = new Examination(artifact, at);
        foreach (var comment in comments)
        {
            if (Judge(artifact, comment, findings, from) is { } detected && artifact.Commit is null)
            {
                about.Report(detected);
            }
        }

        findings.AddRange(about.Findings());
    }

    private Detected? Judge(Artifact artifact, SuppressionComment comment, List<Finding> findings, int from)
    {
        if ((comment.Problem ?? UnknownRule(comment)) is { } problem)
        {
            return SuppressionRules.Finding(rules, SuppressionRules.Malformed, comment.Span, problem, null);
        }

        var removal = artifact.Window is not null ? null : new Fix("Remove the comment", [new Fix.Edit(comment.Removal, "")], Safe: true);
        if (comment.Until < today)
        {
            return SuppressionRules.Finding(rules, SuppressionRules.Expired, comment.Span, $"it held until {comment.Until:yyyy-MM-dd}", removal);
        }

        var idle = new List<string>();
        foreach (var name in comment.Rules)
        {
            if (!Accept(artifact, comment, rules.Find(name)!.Id, findings, from) && Ran(artifact, comment, name))
            {
                idle.Add(name);
            }
        }

        return idle.Count == 0 ? null : SuppressionRules.Finding(
            rules, SuppressionRules.Unused, comment.Span, $"{string.Join(" and ", idle)} reports nothing here", idle.Count == comment.Rules.Count ? removal : null);
    }

    private bool Accept(Artifact artifact, SuppressionComment comment, string rule, List<Finding> findings, int from)
    {
        var target = Line(artifact, comment.Target);
        var own = Line(artifact, comment.Span.Start);
        var used = false;
        for (var i = from; i < findings.Count; i++)
        {
            var finding = findings[i];
            if (finding.Rule == rule && finding.Path == artifact.Path && (finding.Start.Line == target || (finding.End.Line == own && target == own)))
            {
                used = true;
                if (at.Policy.Insists(rule))
                {
                    continue;
                }

                findings[i] = finding with { Suppression = finding.Suppression ?? new Suppression(SuppressionKind.InSource, comment.Reason, comment.Until) };
            }
        }

        return used;
    }

    // Only what could have been found can be missed: the rule ran, and the line was under judgement.
    private bool Ran(Artifact artifact, SuppressionComment comment, string name)
    {
        var rule = rules.Find(name)!;
        var line = Line(artifact, comment.Target);
        return Owns(artifact, comment.Target) && familyRuns(rule.Family) && at.Policy.Runs(rule.Id) && (artifact.Scope?.Intersects(line, line) ?? true)
            && (at.Policy.Preview || rule.Status != Rules.Pages.RuleStatus.Preview);
    }

    // A long text is looked at in windows that overlap; what lies in the overlap belongs to one of them only.
    private static bool Owns(Artifact artifact, int offset) => artifact.Window is not { } window || (window.Own.Start <= offset && offset < window.Own.End);

    private string? UnknownRule(SuppressionComment comment)
    {
        foreach (var name in comment.Rules)
        {
            if (rules.Find(name) is null)
            {
                var nearest = Spelling.Nearest(name, rules.Rules.Select(r => r.Id));
                return $"there is no rule `{name}`{(nearest is null ? "" : $"; did you mean `{nearest}`?")}";
            }
        }

        return null;
    }

    private static int Line(Artifact artifact, int offset)
    {
        if (artifact.Outer is { } outer)
        {
            offset = outer.ToOuter(new TextSpan(Math.Min(offset, Math.Max(0, artifact.Bytes.Length - 1)), 0)).Start;
        }

        var position = artifact.Lines.At(offset);
        return (artifact.Window?.Whole(position) ?? position).Line;
    }
}
