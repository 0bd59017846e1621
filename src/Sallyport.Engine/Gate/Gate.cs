using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;

namespace Sallyport.Engine;

/// <summary>Every door's one call: what is in this artifact, and what follows from it.</summary>
public sealed class Gate(IReadOnlyList<IDetector> detectors)
{
    private const int DerivationLimit = 64;

    /// <summary>Runs the detectors over an artifact and all that is derived from it.</summary>
    public void Examine(Artifact artifact, List<Finding> findings, List<Skipped> skipped)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(skipped);
        var pending = new Queue<Artifact>([artifact]);
        for (var count = 0; pending.TryDequeue(out var next); count++)
        {
            if (count == DerivationLimit)
            {
                skipped.Add(new Skipped(next.Path, $"more than {DerivationLimit} derived texts"));
                return;
            }

            var examination = new Examination(next);
            foreach (var detector in detectors)
            {
                detector.Index(next, examination);
            }

            findings.AddRange(examination.Findings());
            skipped.AddRange(examination.Skipped);
            examination.Derived.ForEach(pending.Enqueue);
        }
    }
}
