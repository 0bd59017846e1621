using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Rules.Compiled;

namespace Sallyport.Engine.Scanning;

/// <summary>Takes everything a source holds through the gate.</summary>
public sealed class Scanner(Gate gate, RuleSet rules, Policy policy, TimeProvider time)
{
    /// <summary>How many threads look.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Scans <paramref name="source"/>.</summary>
    public ScanResult Scan(IArtifactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var started = time.GetTimestamp();
        var collected = new Collected();
        var listing = new Worker(gate, collected);
        using var items = source.Items(listing).GetEnumerator();
        var threads = Enumerable.Range(0, Threads - 1).Select(_ => new Thread(() => Work(items, collected))).ToArray();
        Array.ForEach(threads, t => t.Start());
        Work(items, collected);
        Array.ForEach(threads, t => t.Join());
        listing.Flush();
        return Result(collected, time.GetElapsedTime(started));
    }

    private void Work(IEnumerator<IArtifactItem> items, Collected collected)
    {
        var worker = new Worker(gate, collected);
        while (true)
        {
            IArtifactItem item;
            lock (items)
            {
                if (!items.MoveNext())
                {
                    break;
                }

                item = items.Current;
            }

            item.Open(worker);
        }

        worker.Flush();
    }

    private ScanResult Result(Collected collected, TimeSpan duration)
    {
        var findings = collected.Findings
            .OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Span.Start).ThenBy(f => f.Rule, StringComparer.Ordinal).ToArray();
        return new ScanResult
        {
            Findings = findings,
            Skipped = [.. collected.Skipped.OrderBy(s => s.Path, StringComparer.Ordinal)],
            Rules = findings.Select(f => f.Rule).Distinct().Select(rules.Find).OfType<Rule>().ToDictionary(r => r.Id, Describe),
            Artifacts = collected.Artifacts,
            Bytes = collected.Bytes,
            Duration = duration,
            FailOn = policy.FailOn,
        };
    }

    private static RuleDescription Describe(Rule rule) =>
        new(rule.Id, rule.Title, rule.Severity, rule.Confidence, rule.Cwe, rule.Threats, rule.Help);

    private sealed class Collected
    {
        public List<Finding> Findings { get; } = [];

        public List<Skipped> Skipped { get; } = [];

        public int Artifacts { get; set; }

        public long Bytes { get; set; }
    }

    private sealed class Worker(Gate gate, Collected collected) : IArtifactSink
    {
        private readonly List<Finding> _findings = [];
        private readonly List<Skipped> _skipped = [];
        private int _artifacts;
        private long _bytes;

        public void Take(Artifact artifact)
        {
            _artifacts++;
            _bytes += artifact.Bytes.Length;
            gate.Examine(artifact, _findings, _skipped);
        }

        public void Skip(Skipped skipped) => _skipped.Add(skipped);

        public void Flush()
        {
            lock (collected)
            {
                collected.Findings.AddRange(_findings);
                collected.Skipped.AddRange(_skipped);
                collected.Artifacts += _artifacts;
                collected.Bytes += _bytes;
            }
        }
    }
}
