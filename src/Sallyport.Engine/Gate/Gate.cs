using Sallyport.Core.Artifacts;
using Sallyport.Core.Decisions;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Engine.Suppressions;
using Sallyport.Rules.Compiled;

namespace Sallyport.Engine;

/// <summary>Every door's one call: what is in this artifact, and what follows from it.</summary>
public sealed class Gate(IReadOnlyList<IDetector> detectors, RuleSet rules, TimeProvider time)
{
    private const int DerivationLimit = 64;
    private readonly DateOnly _today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The families that are looked for.</summary>
    public IEnumerable<string> Families => detectors.Select(d => d.Family);

    /// <summary>How many rules are looked for.</summary>
    public int RulesRun { get; init; }

    /// <summary>Decides about an artifact.</summary>
    public Decision Decide(Artifact artifact, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(context);
        var findings = new List<Finding>();
        var skipped = new List<Skipped>();
        Examine(artifact, context.Policy.For(artifact.Path), findings, skipped);
        return Verdict.Of(artifact, findings, skipped, context.Policy);
    }

    /// <summary>Runs the detectors over an artifact and all that is derived from it, and lets what was accepted be accepted.</summary>
    /// <param name="artifact">What to look at.</param>
    /// <param name="at">What holds at its place.</param>
    /// <param name="findings">Receives what was found.</param>
    /// <param name="skipped">Receives what was not looked at.</param>
    public void Examine(Artifact artifact, PolicyAt at, List<Finding> findings, List<Skipped> skipped)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(skipped);
        var first = findings.Count;
        Detect(artifact, at, findings, skipped);
        if (at.Policy.Trusted && artifact.Bytes.Span.IndexOf(SuppressionReader.Marker) >= 0)
        {
            new SourceSuppressions(rules, at, _today, Runs).Apply(artifact, findings, first);
        }

        if (at.Policy.Ignores.Count > 0)
        {
            new ConfigurationSuppressions(rules, at, _today).Apply(artifact, findings, first);
        }
    }

    private void Detect(Artifact artifact, PolicyAt at, List<Finding> findings, List<Skipped> skipped)
    {
        Queue<Artifact>? pending = null;
        var next = artifact;
        for (var count = 1; ; count++)
        {
            var examination = new Examination(next, at);
            foreach (var detector in detectors)
            {
                detector.Index(next, examination);
            }

            findings.AddRange(examination.Findings());
            skipped.AddRange(examination.Skipped);
            if (examination.Derived.Count > 0)
            {
                pending ??= new Queue<Artifact>();
                examination.Derived.ForEach(pending.Enqueue);
            }

            if (pending is null || !pending.TryDequeue(out next))
            {
                return;
            }

            if (count == DerivationLimit)
            {
                skipped.Add(new Skipped(next.Path, $"more than {DerivationLimit} derived texts"));
                return;
            }
        }
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
