namespace Sallyport.Core.Findings;

/// <summary>What the baseline says of a finding.</summary>
public enum BaselineState
{
    /// <summary>It is not in the baseline.</summary>
    New,

    /// <summary>It was accepted by the baseline.</summary>
    Unchanged,

    /// <summary>The baseline accepts it, and it is gone.</summary>
    Absent,
}
