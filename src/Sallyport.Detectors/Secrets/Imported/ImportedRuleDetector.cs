using System.Collections.Concurrent;
using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Rules.Imports;
using Sallyport.Rules.Imports.Kingfisher;

namespace Sallyport.Detectors.Secrets.Imported;

/// <summary>Runs the rules that a user brought from another tool.</summary>
public sealed class ImportedRuleDetector : IDetector
{
    // Every byte is looked at about once by a rule, and again where it matches; hostile text can ask for more.
    private const int WorkPerByte = 64;
    private const int WorkAtLeast = 1 << 20;

    private readonly ImportedRule[] _rules;
    private readonly KeywordGate[] _gates;
    private readonly LiteralIndex _index;
    private readonly int[] _always;
    private readonly ConcurrentBag<RuleHits> _idle = [];

    /// <summary>Makes a detector that runs <paramref name="rules"/>.</summary>
    public ImportedRuleDetector(IEnumerable<ImportedRule> rules)
    {
        _rules = [.. rules];
        _gates = [.. _rules.Select(r => new KeywordGate(r))];
        _index = new LiteralIndex(_rules, _gates);
        _always = [.. Enumerable.Range(0, _rules.Length).Where(RunsAlways)];
    }

    /// <inheritdoc/>
    public string Family => ImportedRules.Family;

    /// <inheritdoc/>
    public void Index(Artifact artifact, IDetectionSink sink)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(sink);
        var text = artifact.Bytes.Span;
        var hits = _idle.TryTake(out var idle) ? idle : new RuleHits(_rules, _gates);
        var path = Encoding.UTF8.GetBytes(artifact.Path);
        _index.Scan(text, hits);
        foreach (var rule in _always.Length == 0 ? hits.Touched : hits.Touched.Union(_always).Order())
        {
            if (_rules[rule].Path?.IsMatch(path) != false && hits.HoldsKeyword(rule, text))
            {
                Run(rule, hits, artifact, path, sink);
            }
        }

        hits.Clear();
        _idle.Add(hits);
    }

    private bool RunsAlways(int rule) =>
        _rules[rule].Expression is null || (_rules[rule].Expression!.Literals.Count == 0 && _gates[rule].Indexed.Count == 0);

    private void Run(int index, RuleHits hits, Artifact artifact, byte[] path, IDetectionSink sink)
    {
        var rule = _rules[index];
        var text = artifact.Bytes.Span;
        if (rule.Expression is not { } expression)
        {
            ReportPath(rule, artifact, path, sink);
            return;
        }

        var marks = new int[expression.Marks];
        var (work, budget) = (0L, (text.Length * (long)WorkPerByte) + WorkAtLeast);
        var next = 0;
        foreach (var range in hits.Starts(index, text.Length))
        {
            next = Math.Max(next, range.Start);
            while (next <= range.End && expression.TryFind(text, next, range.End, marks, ref work))
            {
                next = Math.Max(marks[1], marks[0] + 1);
                Report(rule, marks, artifact, path, sink);
                if (work > budget)
                {
                    sink.Skip(new Skipped(artifact.Path, $"`{rule.Id}` needs more work on this text than is allowed; matches behind the first {next:N0} bytes were not looked for"));
                    return;
                }
            }
        }
    }

    private static void Report(ImportedRule rule, int[] marks, Artifact artifact, byte[] path, IDetectionSink sink)
    {
        var match = new ImportedMatch
        {
            Text = artifact.Bytes.Span,
            Match = TextSpan.Between(marks[0], marks[1]),
            Secret = rule.Secret(marks),
            Path = path,
            Commit = artifact.Commit,
        };
        if (!rule.Accepts(match))
        {
            return;
        }

        var (severity, confidence, said) = rule.Checksum?.Check(match, marks, rule.Expression!.Names) switch
        {
            ChecksumOutcome.Right => (Severity.High, Confidence.High, ", its checksum is right"),
            ChecksumOutcome.Wrong => (Severity.Low, Confidence.Low, ", its checksum is wrong: no genuine token looks like this"),
            _ => (Severity.High, rule.Confidence, ""),
        };
        sink.Report(new Detected(rule.Id, rule.Title, severity, confidence, match.Secret, [$"matches a rule of {rule.File}{said}"], Sensitive: true));
    }

    private static void ReportPath(ImportedRule rule, Artifact artifact, byte[] path, IDetectionSink sink)
    {
        var match = new ImportedMatch { Text = [], Match = default, Secret = default, Path = path, Commit = artifact.Commit };
        for (var i = 0; i < rule.Allowlists.Count; i++)
        {
            if (rule.Allowlists[i].Allows(match))
            {
                return;
            }
        }

        sink.Report(new Detected(rule.Id, rule.Title, Severity.High, rule.Confidence, default, [$"its path matches a rule of {rule.File}"]));
    }
}
