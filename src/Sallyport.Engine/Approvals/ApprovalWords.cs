namespace Sallyport.Engine.Approvals;

/// <summary>Outcomes as people read them.</summary>
public static class ApprovalWords
{
    /// <summary>One sentence.</summary>
    public static string Of(ApprovalOutcome outcome, string id) => outcome switch
    {
        ApprovalOutcome.Granted => $"{id} is approved; the agent may now repeat the very same call",
        ApprovalOutcome.OneMore => $"{id} is approved by you; one more person must approve",
        ApprovalOutcome.Denied => $"{id} is denied",
        ApprovalOutcome.Repeated => $"you have approved {id} already; somebody else must",
        ApprovalOutcome.NeedsOverride => $"{id} is denied by policy; only --override REASON lifts that",
        ApprovalOutcome.NoScope => $"{id} has nothing that its like could be known by; approve it alone",
        _ => $"nothing waits under {id}: it was answered, or has run out and is denied",
    };
}
