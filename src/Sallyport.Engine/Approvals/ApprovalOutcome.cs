namespace Sallyport.Engine.Approvals;

/// <summary>What became of a person's word.</summary>
public enum ApprovalOutcome
{
    /// <summary>The action may happen.</summary>
    Granted,

    /// <summary>One more person must approve.</summary>
    OneMore,

    /// <summary>The action is denied.</summary>
    Denied,

    /// <summary>There is no such request: it was answered, or has run out.</summary>
    Gone,

    /// <summary>The same person approved already.</summary>
    Repeated,

    /// <summary>It was denied by policy: only an override with a reason lifts that.</summary>
    NeedsOverride,

    /// <summary>Nothing was found that a grant for the like could be bound to.</summary>
    NoScope,
}
