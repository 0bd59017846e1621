namespace Sallyport.Rules.Pages;

/// <summary>How settled a rule is.</summary>
public enum RuleStatus
{
    /// <summary>Runs only when asked for.</summary>
    Preview,

    /// <summary>Runs.</summary>
    Stable,

    /// <summary>Does not run; its text names the successor.</summary>
    Deprecated,
}
