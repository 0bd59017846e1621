namespace Sallyport.Core.Findings;

/// <summary>What people and report formats see of a finding.</summary>
public enum Level
{
    /// <summary>Everything that is neither error nor warning.</summary>
    Note,

    /// <summary>Medium severity, or high at low confidence. The default threshold.</summary>
    Warning,

    /// <summary>Critical or high severity at medium confidence or more.</summary>
    Error,
}
