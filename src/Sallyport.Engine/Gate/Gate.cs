using Sallyport.Core.Artifacts;
using Sallyport.Core.Decisions;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Engine.Redacting;
using Sallyport.Engine.Suppressions;
using Sallyport.Rules.Compiled;

namespace Sallyport.Engine;

/// <summary>Every door's one call: what is in this artifact, and what follows from it.</summary>
public sealed class Gate(IReadOnlyList<IDetector> detectors, RuleSet rules, TimeProvider time)
{
    private const int DerivationLimit = 64;
    private readonly IProjectAnalysis[] _analyses = Analyses(detectors);
    private readonly DateOnly _today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The families that are looked for.</summary>
    public IEnumerable<string> Families => detectors.Select(d => d.Family);

    /// <summary>How many rules are looked for.</summary>
    public int RulesRun { get; init; }

    /// <summary>Whether anything is looked for that only a whole project shows.</summary>
    internal bool HasAnalyses => _analyses.Length > 0;

    /// <summary>Decides about an artifact.</summary>
    public Decision Decide(Artifact artifact, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(context);
        var findings = new List<Finding>();
        var skipped = new List<Skipped>();
        var at = context.Policy.For(artifact.Path);
        var facts = HasAnalyses ? new List<Fact>() : null;
        var values = new List<SensitiveValue>();
        var suspicion = Inspect(artifact, at, findings, skipped, facts, null, values);
        if (facts is { Count: > 0 })
        {
            var found = new ProjectFindings();
            Analyze(facts, found);
            if (found.Any)
            {
                findings.Clear();
                skipped.Clear();
                values.Clear();
                Examine(artifact, at, findings, skipped, null, found.About(facts), values);
            }

            skipped.AddRange(found.Skipped);
        }

        return Verdict.Of(artifact, findings, skipped, context.Policy, values.Count, () => Redaction.Of(artifact, values, context.PlaceholderKey)) with { Suspicion = suspicion };
    }

    /// <summary>Replaces what must not leave in a text that arrives in pieces.</summary>
    public Redactor Redactor(Placeholders placeholders, string path = "<text>") => new(detectors, placeholders, path);

    /// <summary>Runs the detectors over an artifact and all that is derived from it, and lets what was accepted be accepted.</summary>
    /// <param name="artifact">What to look at.</param>
    /// <param name="at">What holds at its place.</param>
    /// <param name="findings">Receives what was found.</param>
    /// <param name="skipped">Receives what was not looked at.</param>
    /// <param name="facts">Receives what was noted for the analysis of the whole project; null where nobody will analyse it.</param>
    /// <param name="also">What that analysis found in the artifact.</param>
    public void Examine(Artifact artifact, PolicyAt at, List<Finding> findings, List<Skipped> skipped, List<Fact>? facts = null, IReadOnlyList<Detected>? also = null) =>
        Examine(artifact, at, findings, skipped, facts, also, null);

    private void Examine(Artifact artifact, PolicyAt at, List<Finding> findings, List<Skipped> skipped, List<Fact>? facts, IReadOnlyList<Detected>? also, List<SensitiveValue>? values)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(skipped);
        Inspect(artifact, at, findings, skipped, facts, also, values);
    }

    private double Inspect(Artifact artifact, PolicyAt at, List<Finding> findings, List<Skipped> skipped, List<Fact>? facts, IReadOnlyList<Detected>? also, List<SensitiveValue>? values)
    {
        var first = findings.Count;
        var suspicion = Detect(artifact, at, findings, skipped, facts, also, values);
        if (at.Policy.Trusted && artifact.Bytes.Span.IndexOf(SuppressionReader.Marker) >= 0)
        {
            new SourceSuppressions(rules, at, _today, Runs).Apply(artifact, findings, first);
        }

        if (at.Policy.Ignores.Count > 0)
        {
            new ConfigurationSuppressions(rules, at, _today).Apply(artifact, findings, first);
        }

        return suspicion;
    }

    /// <summary>Looks at what was noted in a whole project.</summary>
    internal void Analyze(IReadOnlyList<Fact> facts, IProjectSink sink)
    {
        foreach (var analysis in _analyses)
        {
            analysis.Analyze(facts, sink);
        }
    }

    private double Detect(Artifact artifact, PolicyAt at, List<Finding> findings, List<Skipped> skipped, List<Fact>? facts, IReadOnlyList<Detected>? also, List<SensitiveValue>? values)
    {
        Queue<Artifact>? pending = null;
        var suspicion = 0.0;
        var next = artifact;
        for (var count = 1; ; count++)
        {
            var examination = new Examination(next, at);
            foreach (var detector in detectors)
            {
                if (next.Kind != ArtifactKind.Listing || detector is IProjectAnalysis)
                {
                    detector.Index(next, examination);
                }
            }

            if (also is not null && count == 1)
            {
                Add(also, artifact, examination);
            }

            if (count == 1)
            {
                values?.AddRange(examination.Values());
            }

            findings.AddRange(examination.Findings());
            suspicion = Math.Max(suspicion, examination.Suspicion);
            facts?.AddRange(examination.Facts);
            skipped.AddRange(examination.Skipped);
            if (examination.Derived.Count > 0)
            {
                pending ??= new Queue<Artifact>();
                examination.Derived.ForEach(pending.Enqueue);
            }

            if (pending is null || !pending.TryDequeue(out next))
            {
                return suspicion;
            }

            if (count == DerivationLimit)
            {
                skipped.Add(new Skipped(next.Path, $"more than {DerivationLimit} derived texts"));
                return suspicion;
            }
        }
    }

    // A file may change between the two times it is read.
    private static void Add(IReadOnlyList<Detected> also, Artifact artifact, Examination examination)
    {
        foreach (var detected in also)
        {
            if (detected.Span.End <= artifact.Bytes.Length)
            {
                examination.Report(detected);
            }
            else
            {
                examination.Skip(new Skipped(artifact.Path, "changed while it was looked at"));
            }
        }
    }

    private static IProjectAnalysis[] Analyses(IReadOnlyList<IDetector> detectors)
    {
        var analyses = new List<IProjectAnalysis>();
        foreach (var detector in detectors)
        {
            if (detector is IProjectAnalysis analysis)
            {
                analyses.Add(analysis);
            }
        }

        return [.. analyses];
    }

    private bool Runs(string family)
    {
        foreach (var detector in detectors)
        {
            if (detector.Family == family)
            {
                return true;
            }
        }

        return false;
    }
}
