namespace Sallyport.Rules.Imports;

/// <summary>What the expressions of an <see cref="ImportedAllowlist"/> are held against.</summary>
public enum AllowlistTarget
{
    /// <summary>The secret.</summary>
    Secret,

    /// <summary>All that the rule matched.</summary>
    Match,

    /// <summary>The lines that the match stands on.</summary>
    Line,
}
