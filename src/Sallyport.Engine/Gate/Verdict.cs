using Sallyport.Core.Artifacts;
using Sallyport.Core.Decisions;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;

namespace Sallyport.Engine;

/// <summary>From findings and context to a decision, with the line of policy that caused it.</summary>
internal static class Verdict
{
    public static Decision Of(Artifact artifact, IReadOnlyList<Finding> findings, IReadOnlyList<Skipped> skipped, Policy policy, int values, Func<ReadOnlyMemory<byte>> redacted)
    {
        var (worst, hidden) = (Level.Note, true);
        Finding? cause = null;
        foreach (var finding in findings)
        {
            if (finding.Fails)
            {
                hidden &= finding.Preview is not null;
                (cause, worst) = cause is null || finding.Level > worst ? (finding, finding.Level) : (cause, worst);
            }
        }

        foreach (var gap in skipped)
        {
            if (!gap.Expected && cause is null)
            {
                return new Decision(DecisionKind.Ask, findings, $"what could not be looked at needs a person: {gap.Reason}");
            }
        }

        if (cause is null && artifact.Leaves && values > 0 && policy.FailOn < Level.Error)
        {
            return new Decision(DecisionKind.Rewrite, findings, "what looks like a secret in text that leaves is redacted", redacted());
        }

        if (cause is null)
        {
            return new Decision(DecisionKind.Allow, findings, $"nothing at {policy.FailOn.Name()} or above");
        }

        if (artifact.Leaves && hidden)
        {
            return new Decision(DecisionKind.Rewrite, findings, $"{cause.Rule}: secrets and personal data in text that leaves are redacted", redacted());
        }

        return worst == Level.Error
            ? new Decision(DecisionKind.Deny, findings, $"{cause.Rule}: an error is refused")
            : new Decision(DecisionKind.Ask, findings, $"{cause.Rule}: a {worst.Name()} needs a person");
    }
}
