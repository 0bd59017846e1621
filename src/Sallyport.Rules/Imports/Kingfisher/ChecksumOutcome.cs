namespace Sallyport.Rules.Imports.Kingfisher;

/// <summary>What a checksum says of a secret.</summary>
public enum ChecksumOutcome
{
    /// <summary>Nothing can be said.</summary>
    Unknown,

    /// <summary>It is as a genuine one's.</summary>
    Right,

    /// <summary>No genuine secret looks like that.</summary>
    Wrong,
}
