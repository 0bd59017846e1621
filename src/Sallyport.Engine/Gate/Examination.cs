using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;

namespace Sallyport.Engine;

/// <summary>Collects what the detectors say of one artifact and makes findings of it.</summary>
internal sealed class Examination(Artifact artifact, PolicyAt at) : IDetectionSink
{
    private readonly List<Detected> _detected = [];

    public List<Artifact> Derived { get; } = [];

    public List<Skipped> Skipped { get; } = [];

    public List<Fact> Facts { get; } = [];

    public void Report(Detected detected) => _detected.Add(detected);

    public void Derive(Artifact inner) => Derived.Add(inner);

    public void Note(Fact fact) => Facts.Add(fact);

    public double Suspicion { get; private set; }

    public void Suspect(double degree) => Suspicion = Math.Max(Suspicion, degree);

    public void Skip(Skipped skipped) => Skipped.Add(skipped);

    /// <summary>The values that must not leave, of the rules that run here.</summary>
    public IEnumerable<SensitiveValue> Values()
    {
        foreach (var detected in _detected)
        {
            if (detected.Value is { } value && at.Policy.Runs(detected.Rule))
            {
                yield return value;
            }
        }
    }

    public IReadOnlyList<Finding> Findings()
    {
        if (_detected.Count == 0)
        {
            return [];
        }

        var findings = new List<Finding>(_detected.Count);
        var frames = new FrameBuilder(artifact, _detected);
        var prints = new Fingerprints(artifact, at.Path);
        foreach (var detected in _detected.OrderBy(d => d.Span.Start).ThenBy(d => d.Rule, StringComparer.Ordinal))
        {
            if (!at.Policy.Runs(detected.Rule))
            {
                continue;
            }

            var span = artifact.Outer?.ToOuter(detected.Span) ?? detected.Span;
            var (start, end) = (artifact.Lines.At(span.Start), artifact.Lines.At(span.End));
            if (artifact.Window is { } window && !Owns(window, span.Start))
            {
                continue;
            }

            var (wholeStart, wholeEnd) = (artifact.Window?.Whole(start) ?? start, artifact.Window?.Whole(end) ?? end);
            if (artifact.Scope is { } scope && !scope.Intersects(wholeStart.Line, wholeEnd.Line))
            {
                continue;
            }

            findings.Add(new Finding
            {
                Rule = detected.Rule,
                Title = detected.Title,
                Severity = detected.Severity,
                Confidence = detected.Confidence,
                Path = artifact.Path,
                Span = artifact.Window?.Whole(span) ?? span,
                Transcoded = artifact.Transcoded,
                Start = wholeStart,
                End = wholeEnd,
                Evidence = detected.Evidence,
                Preview = detected.Sensitive ? frames.Preview(detected) : null,
                SameValue = detected.Sensitive ? prints.SameValue(detected) : null,
                Frame = frames.Frame(span),
                Flow = detected.Flow,
                Fix = detected.Fix,
                Fingerprint = prints.Of(detected, frames.MaskedLine(start.Line, span)),
                Threshold = at.Policy.FailOn,
                Commit = artifact.Commit,
            });
        }

        return findings;
    }

    private static bool Owns(Window window, int start) => window.Own.Start <= start && start < window.Own.End;
}
