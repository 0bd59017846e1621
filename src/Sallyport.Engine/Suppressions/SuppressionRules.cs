using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Rules.Compiled;

namespace Sallyport.Engine.Suppressions;

/// <summary>The rules about suppressions themselves; their pages lie under <c>rules/policy</c>.</summary>
internal static class SuppressionRules
{
    public const string Family = "policy";
    public const string Malformed = "policy/suppression-malformed";
    public const string Unused = "policy/suppression-unused";
    public const string Expired = "policy/suppression-expired";

    public static Detected Finding(RuleSet rules, string id, TextSpan span, string evidence, Fix? fix)
    {
        var rule = rules.Find(id)!;
        return new Detected(id, rule.Title, rule.Severity, rule.Confidence, span, [evidence], Fix: fix);
    }
}
