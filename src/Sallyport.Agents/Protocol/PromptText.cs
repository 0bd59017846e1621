using Sallyport.Core.Decisions;

namespace Sallyport.Agents.Protocol;

/// <summary>What a person reads whose prompt was not sent.</summary>
internal static class PromptText
{
    /// <summary>The reason, and where the prompt could be made safe, the safe one to send instead.</summary>
    public static string Refusal(HookVerdict verdict) => verdict is { Kind: DecisionKind.Rewrite, Rewritten: { } safe }
        ? $"{verdict.Reason}. It was not sent; send this instead:\n\n{safe}"
        : verdict.Reason;

    /// <summary>A tool's result as text for the model, where the agent takes only a reason in its place.</summary>
    public static string Result(HookVerdict verdict) => verdict is { Kind: DecisionKind.Rewrite, Rewritten: { } safe }
        ? $"{verdict.Reason}. The result without it:\n{safe}"
        : $"The result was withheld: {verdict.Reason}";
}
