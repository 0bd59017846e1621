using Sallyport.Core.Decisions;

namespace Sallyport.Engine.Approvals;

/// <summary>An action that waits for a person, and all that a person needs to judge it.</summary>
/// <param name="Id">What people call it.</param>
/// <param name="Binding">What an approval is bound to.</param>
/// <param name="Scope">What a grant for the like is bound to.</param>
/// <param name="Decision">What the gate said: <c>Ask</c>, or <c>Deny</c>, which only an override lifts.</param>
public sealed record ApprovalRequest(string Id, string Binding, string Scope, DecisionKind Decision)
{
    /// <summary>The action as people read it, without secrets.</summary>
    public required string Action { get; init; }

    /// <summary>The folder it would happen in.</summary>
    public required string Folder { get; init; }

    /// <summary>What it would do and why that needs a person, each as a line.</summary>
    public required IReadOnlyList<string> Effects { get; init; }

    /// <summary>The line of policy that caused it.</summary>
    public required string Policy { get; init; }

    /// <summary>The agent that wants it.</summary>
    public required string Agent { get; init; }

    /// <summary>The person whose agent it is.</summary>
    public required string Person { get; init; }

    /// <summary>The agent's session.</summary>
    public required string Session { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>When it is denied because nobody answered.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>The agent's own name of the call, by which its result is known; empty where it has none.</summary>
    public string Call { get; init; } = "";

    /// <summary>How many different people must approve.</summary>
    public int Eyes { get; init; } = 1;

    /// <summary>Who approved so far, where more than one must.</summary>
    public IReadOnlyList<string> Approved { get; init; } = [];
}
