namespace Sallyport.Engine.Approvals;

/// <summary>A right that people gave.</summary>
/// <param name="Request">The request it answers.</param>
/// <param name="Key">The binding of one action, or the scope of its like.</param>
/// <param name="Approvers">Who gave it, in the order they did.</param>
/// <param name="Given">When.</param>
/// <param name="Expires">When it is void.</param>
public sealed record ApprovalGrant(string Request, string Key, IReadOnlyList<string> Approvers, DateTimeOffset Given, DateTimeOffset Expires)
{
    /// <summary>Whether it is gone once it was used.</summary>
    public bool Once { get; init; } = true;

    /// <summary>Why a denial was overridden; null where none was.</summary>
    public string? Override { get; init; }
}
