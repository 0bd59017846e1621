namespace Sallyport.Core.Findings;

/// <summary>How bad a weakness is if it is real.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Little harm.</summary>
    Low,

    /// <summary>Harm under further conditions.</summary>
    Medium,

    /// <summary>Serious harm.</summary>
    High,

    /// <summary>Control of money, production, source code or everybody's data.</summary>
    Critical,
}
