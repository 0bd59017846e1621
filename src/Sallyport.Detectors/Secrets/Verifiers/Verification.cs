namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>What a checksum or structure says of a token.</summary>
internal enum Verification
{
    /// <summary>Nothing can be said.</summary>
    Unknown,

    /// <summary>It is as a genuine token's.</summary>
    Right,

    /// <summary>No genuine token looks like that.</summary>
    Wrong,
}
