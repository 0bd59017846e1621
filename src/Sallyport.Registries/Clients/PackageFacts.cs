namespace Sallyport.Registries.Clients;

/// <summary>What a registry says of a package.</summary>
public sealed class PackageFacts
{
    /// <summary>Whether it exists; null when the registry could not say.</summary>
    public required bool? Exists { get; init; }

    /// <summary>Why the registry could not say.</summary>
    public string? Failure { get; init; }

    /// <summary>The registry that was asked.</summary>
    public RegistryEndpoint? Registry { get; init; }

    /// <summary>Its versions, in the registry's order.</summary>
    public List<VersionFacts> Versions { get; } = [];

    /// <summary>The version that is installed when none is asked for; null when the registry does not say.</summary>
    public string? Latest { get; set; }

    /// <summary>How often it is downloaded, over all or lately, as the registry counts; null when it does not say.</summary>
    public long? Downloads { get; set; }

    /// <summary>How many people may publish it; null when the registry does not say.</summary>
    public int? Maintainers { get; set; }

    /// <summary>The address of its source code; null when there is none.</summary>
    public string? Repository { get; set; }

    /// <summary>What the registry says against the whole package: <c>quarantined</c>, <c>deprecated: …</c>; null for nothing.</summary>
    public string? Status { get; set; }

    /// <summary>The extras or features it has; null when the registry does not say.</summary>
    public IReadOnlyList<string>? Extras { get; set; }

    /// <summary>The day of its first version; null when the registry does not say.</summary>
    public DateTimeOffset? FirstPublished => Versions.Min(v => v.Published);

    /// <summary>An answer that could not be had.</summary>
    public static PackageFacts Unknown(string failure, RegistryEndpoint? registry = null) => new() { Exists = null, Failure = failure, Registry = registry };

    /// <summary>The version with a name.</summary>
    public VersionFacts? Find(string version) => Versions.Find(v => string.Equals(v.Version, version, StringComparison.OrdinalIgnoreCase) || Same(v.Version, version));

    // 1.0 and 1.0.0 are one version everywhere but in npm and crates, which always write three parts.
    private static bool Same(string x, string y)
    {
        var (a, b) = (x.TrimStart('v'), y.TrimStart('v'));
        while (a.EndsWith(".0", StringComparison.Ordinal))
        {
            a = a[..^2];
        }

        while (b.EndsWith(".0", StringComparison.Ordinal))
        {
            b = b[..^2];
        }

        return string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
    }
}
