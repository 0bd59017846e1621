using Sallyport.Core.Detection;
using Sallyport.Core.Policy;
using Sallyport.Detectors.Secrets;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Pages;

namespace Sallyport.Engine;

/// <summary>The one list of detectors.</summary>
public static class BuiltInDetectors
{
    /// <summary>The families that have a detector.</summary>
    public static IReadOnlyList<string> Families { get; } = [SecretDetector.Name];

    /// <summary>A gate with the detectors that <paramref name="policy"/> asks for.</summary>
    public static Gate Gate(RuleSet rules, Policy policy, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(policy);
        var running = new List<Rule>(rules.Rules.Count);
        foreach (var rule in rules.Rules)
        {
            if (policy.Runs(rule.Id) && (policy.Preview || rule.Status != RuleStatus.Preview))
            {
                running.Add(rule);
            }
        }

        var detectors = new List<IDetector>(1);
        if (running.Exists(r => r.Family == SecretDetector.Name))
        {
            detectors.Add(new SecretDetector(running));
        }

        return new Gate(detectors, rules, time) { RulesRun = running.Count };
    }
}
