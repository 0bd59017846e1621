namespace Sallyport.Core.Findings;

/// <summary>Where a finding was accepted.</summary>
public enum SuppressionKind
{
    /// <summary>By a comment beside it.</summary>
    InSource,

    /// <summary>By an entry of the configuration.</summary>
    Configuration,

    /// <summary>By the baseline.</summary>
    Baseline,
}
