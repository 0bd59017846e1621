using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Engine;

namespace Sallyport.RuleTests;

/// <summary>Runs examples through the whole gate: what is said about suppressions needs the findings they speak of.</summary>
internal static class PolicyExamples
{
    private static readonly Gate Gate = BuiltInDetectors.Gate(BuiltInRules.Load(), new Policy { Preview = true }, TimeProvider.System);

    /// <summary>What the gate itself reports, beside what detectors do.</summary>
    public static IEnumerable<Detected> Run(string path, byte[] bytes) => Findings(path, bytes)
        .Where(f => f.Rule.StartsWith("policy/", StringComparison.Ordinal))
        .Select(f => new Detected(f.Rule, f.Title, f.Severity, f.Confidence, f.Span, f.Evidence, Fix: f.Fix));

    public static List<Finding> Findings(string path, byte[] bytes)
    {
        var findings = new List<Finding>();
        Gate.Examine(new Artifact(path, bytes), new PolicyAt(new Policy { Preview = true }, path), findings, []);
        return findings;
    }
}
