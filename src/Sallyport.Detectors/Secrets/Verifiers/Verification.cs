namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>What a checksum or structure says of a token.</summary>
internal enum Verification
{
    /// <summary>Nothing can be said.</summary>
    Unknown,

    /// <summary>The checksum or structure is that of a genuine token.</summary>
    Right,

    /// <summary>No genuine token looks like this.</summary>
    Wrong,
}
