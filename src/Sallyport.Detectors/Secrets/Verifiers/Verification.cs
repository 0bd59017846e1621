namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>What a checksum or structure says of a token.</summary>
internal enum Verification
{
    /// <summary>Nothing can be said.</summary>
    Unknown,

    /// <summary>The checksum or structure is that of a genuine token.</summary>
    Right,

    /// <summary>
    /// It does not fit, but the provider does not promise that it must: the form may be newer, or a typing error could be mended.
    /// The shape still counts.
    /// </summary>
    Unfit,

    /// <summary>No genuine token looks like this: the provider gives the checksum out for telling tokens apart, or the kinds exclude each other.</summary>
    Wrong,
}
