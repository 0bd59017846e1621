namespace Sallyport.Core.Decisions;

/// <summary>What a door must do; the order is from lenient to strict.</summary>
public enum DecisionKind
{
    /// <summary>Let it pass.</summary>
    Allow,

    /// <summary>Let a changed version pass (redacted, sanitised, pinned).</summary>
    Rewrite,

    /// <summary>A person must approve.</summary>
    Ask,

    /// <summary>Refuse.</summary>
    Deny,
}
