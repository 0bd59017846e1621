using Sallyport.Core.Findings;

namespace Sallyport.Core.Decisions;

/// <summary>The gate's answer about one artifact.</summary>
/// <param name="Kind">What the door must do.</param>
/// <param name="Findings">What was found, suppressed ones included.</param>
/// <param name="Policy">The line of policy that caused it.</param>
/// <param name="Rewritten">The text to pass on, when <paramref name="Kind"/> is <see cref="DecisionKind.Rewrite"/>.</param>
public sealed record Decision(DecisionKind Kind, IReadOnlyList<Finding> Findings, string Policy, ReadOnlyMemory<byte> Rewritten = default)
{
    /// <summary>How much spoke against it, from 0 to 1, also where it was too little to report.</summary>
    public double Suspicion { get; init; }
}
