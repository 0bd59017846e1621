using Sallyport.Core.Detection;
using Sallyport.Core.Policy;
using Sallyport.Detectors.Code;
using Sallyport.Detectors.Commands;
using Sallyport.Detectors.Exposure;
using Sallyport.Detectors.Injection;
using Sallyport.Detectors.Privacy;
using Sallyport.Detectors.Packages;
using Sallyport.Detectors.Secrets;
using Sallyport.Detectors.Secrets.Imported;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Imports;
using Sallyport.Rules.Pages;

namespace Sallyport.Engine;

/// <summary>The one list of detectors.</summary>
public static class BuiltInDetectors
{
    private static readonly (string Family, Func<IReadOnlyList<Rule>, IDetector> Make)[] All =
    [
        (CommandDetector.Name, rules => new CommandDetector(rules)),
        (CodeDetector.Name, rules => new CodeDetector(rules, BuiltInModels.Load)),
        (ExposureDetector.FamilyName, rules => new ExposureDetector(rules)),
        (InjectionDetector.Name, rules => new InjectionDetector(rules)),
        (PersonalDetector.Name, rules => new PersonalDetector(rules)),
        (PackageDetector.Name, rules => new PackageDetector(rules)),
        (SecretDetector.Name, rules => new SecretDetector(rules)),
    ];

    /// <summary>The families that have a detector.</summary>
    public static IReadOnlyList<string> Families { get; } = Array.ConvertAll(All, d => d.Family);

    /// <summary>A gate with the detectors that <paramref name="policy"/> asks for.</summary>
    /// <param name="rules">Every rule, imported ones included.</param>
    /// <param name="policy">What is looked for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="imported">The rules that were brought from other tools.</param>
    public static Gate Gate(RuleSet rules, Policy policy, TimeProvider time, ImportedRules? imported = null)
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

        var detectors = new List<IDetector>(All.Length);
        foreach (var (family, make) in All)
        {
            if (running.Exists(r => r.Family == family))
            {
                detectors.Add(make(running));
            }
        }

        if (imported is not null && running.Exists(r => r.Family == ImportedRules.Family))
        {
            detectors.Add(new ImportedRuleDetector(imported.Rules.Where(r => policy.Runs(r.Id))));
        }

        return new Gate(detectors, rules, time) { RulesRun = running.Count };
    }
}
