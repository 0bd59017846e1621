namespace Sallyport.Registries.Verdicts;

/// <summary>What is thought of a package.</summary>
public enum PackageVerdict
{
    /// <summary>Known and without fault: let through.</summary>
    Ok,

    /// <summary>Nothing could be learnt: a person decides.</summary>
    Unknown,

    /// <summary>Something speaks against it: a person decides.</summary>
    Review,

    /// <summary>Malicious, or there is no such package: refused.</summary>
    Blocked,
}
