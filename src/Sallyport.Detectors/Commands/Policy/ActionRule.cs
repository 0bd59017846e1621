using Sallyport.Core.Findings;
using Sallyport.Detectors.Commands.Effects;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Commands.Policy;

/// <summary>A rule about effects: which kind, and under which condition.</summary>
internal sealed class ActionRule
{
    private readonly string[] _kinds;
    private readonly Condition _when;

    public ActionRule(Rule rule)
    {
        Id = rule.Id;
        Title = rule.Title;
        Severity = rule.Severity;
        Confidence = rule.Confidence;
        _kinds = rule.Settings["effect"].Split(' ', ',', StringSplitOptions.RemoveEmptyEntries);
        _when = Condition.Parse(rule.Settings.GetValueOrDefault("when") ?? "");
    }

    public string Id { get; }

    public string Title { get; }

    public Severity Severity { get; }

    public Confidence Confidence { get; }

    public bool Fits(Effect effect) => Array.IndexOf(_kinds, effect.Kind) >= 0 && _when.Holds(effect.Tags);
}
