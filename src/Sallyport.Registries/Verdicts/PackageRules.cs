namespace Sallyport.Registries.Verdicts;

/// <summary>Ids of the rules about packages, as the pages under <c>rules/packages</c> name them.</summary>
public static class PackageRules
{
    /// <summary>A known malicious package.</summary>
    public const string Malicious = "packages/known-malicious";

    /// <summary>A name that resembles a popular one.</summary>
    public const string LookAlike = "packages/look-alike";

    /// <summary>A module's name where a package's belongs.</summary>
    public const string Misnamed = "packages/import-name";

    /// <summary>A package, version or extra that its registry does not have.</summary>
    public const string Hallucinated = "packages/hallucinated";

    /// <summary>A package or version that is very young.</summary>
    public const string Young = "packages/young";

    /// <summary>A version with a known vulnerability.</summary>
    public const string Vulnerable = "packages/vulnerable";

    /// <summary>A deprecated, yanked or quarantined package.</summary>
    public const string Withdrawn = "packages/withdrawn";

    /// <summary>A package whose provenance became worse.</summary>
    public const string Provenance = "packages/provenance-lost";

    /// <summary>A version that brings an install script that its predecessor had not.</summary>
    public const string InstallScript = "packages/new-install-script";
}
