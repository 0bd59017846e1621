namespace Sallyport.Core.Findings;

/// <summary>How sure a detector is that a finding is real.</summary>
public enum Confidence
{
    /// <summary>The shape fits.</summary>
    Low,

    /// <summary>Shape and context fit.</summary>
    Medium,

    /// <summary>Proved: a checksum, a full flow.</summary>
    High,
}
