using Sallyport.Core.Decisions;

namespace Sallyport.Agents.Protocol;

/// <summary>What the gate answers to an event.</summary>
/// <param name="Kind">What must happen.</param>
/// <param name="Reason">Why, for the person and the model.</param>
public sealed record HookVerdict(DecisionKind Kind, string Reason)
{
    /// <summary>Nothing stands against it.</summary>
    public static HookVerdict Allow { get; } = new(DecisionKind.Allow, "");

    /// <summary>What to go on with instead: the tool's input as JSON, the prompt, or the result in the form it came in.</summary>
    public string? Rewritten { get; init; }

    /// <summary>Whether a person has approved exactly this, so that the agent need not ask once more.</summary>
    public bool Approved { get; init; }

    /// <summary>Whether the whole session must end: somebody called a halt.</summary>
    public bool Halted { get; init; }
}
