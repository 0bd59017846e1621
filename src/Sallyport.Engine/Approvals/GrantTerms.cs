namespace Sallyport.Engine.Approvals;

/// <summary>What a person grants.</summary>
/// <param name="Lifetime">For how long.</param>
public sealed record GrantTerms(TimeSpan Lifetime)
{
    /// <summary>Whether it is used up by the first use.</summary>
    public bool Once { get; init; } = true;

    /// <summary>Whether it is for every action of the like: the same rules, folder, session and policy.</summary>
    public bool Like { get; init; }

    /// <summary>Why a denial of the policy is overridden; null where none is.</summary>
    public string? Override { get; init; }
}
