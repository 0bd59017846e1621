namespace Sallyport.Registries.Clients;

/// <summary>What a registry says of one version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Published">When it was published; null when the registry does not say.</param>
public sealed record VersionFacts(string Version, DateTimeOffset? Published)
{
    /// <summary>Whether it was withdrawn.</summary>
    public bool Yanked { get; init; }

    /// <summary>What its publisher says against it; null for nothing.</summary>
    public string? Deprecated { get; init; }

    /// <summary>Whether code of it runs at installation; null when the registry does not say.</summary>
    public bool? InstallScript { get; init; }

    /// <summary>Whether it says provably where it was built; null when the registry does not say.</summary>
    public bool? Attested { get; init; }

    /// <summary>Known vulnerabilities that the registry itself names.</summary>
    public IReadOnlyList<string> Vulnerabilities { get; init; } = [];
}
