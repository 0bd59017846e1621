using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Core.Text;
using Sallyport.Rules.Compiled;

namespace Sallyport.Engine.Suppressions;

/// <summary>Lets the <c>ignore</c> entries of the configuration speak about findings, and reports the entries that are over.</summary>
internal sealed class ConfigurationSuppressions(RuleSet rules, PolicyAt at, DateOnly today)
{
    public void Apply(Artifact artifact, List<Finding> findings, int from)
    {
        for (var i = from; i < findings.Count; i++)
        {
            if (findings[i].Suppression is null && at.Policy.Accepts(findings[i].Rule, at.Path, today) is { } accepted)
            {
                findings[i] = findings[i] with { Suppression = accepted };
            }
        }

        Examination? about = null;
        foreach (var entry in at.Policy.Ignores)
        {
            // The artifact is the configuration itself: its own old entries are found where they stand.
            if (entry.Place.File == at.Path && entry.Until < today && entry.Place.Line <= artifact.Lines.Count)
            {
                about ??= new Examination(artifact, at);
                about.Report(SuppressionRules.Finding(
                    rules, SuppressionRules.Expired, Line(artifact, entry.Place.Line), $"the entry for {entry.Rule} held until {entry.Until:yyyy-MM-dd}", null));
            }
        }

        if (about is not null)
        {
            findings.AddRange(about.Findings());
        }
    }

    private static TextSpan Line(Artifact artifact, int number)
    {
        var line = artifact.Lines.Line(number);
        var text = artifact.Bytes.Span.Slice(line.Start, line.Length);
        var indent = text.Length - text.TrimStart(" \t-"u8).Length;
        return TextSpan.Between(line.Start + indent, line.End);
    }
}
