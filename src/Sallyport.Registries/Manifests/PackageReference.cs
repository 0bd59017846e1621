using Sallyport.Core.Text;

namespace Sallyport.Registries.Manifests;

/// <summary>A package that a manifest or lock file names.</summary>
/// <param name="Ecosystem">Its ecosystem.</param>
/// <param name="Name">Its name as it is written.</param>
/// <param name="Version">The exact version in a lock file, what is asked for in a manifest; null where nothing is said.</param>
/// <param name="Span">Where the name stands.</param>
public sealed record PackageReference(Ecosystem Ecosystem, string Name, string? Version, TextSpan Span)
{
    /// <summary>Where it is taken from.</summary>
    public PackageOrigin Origin { get; init; }

    /// <summary>The address it was or will be taken from; null where the file does not say.</summary>
    public string? Resolved { get; init; }

    /// <summary>The checksum that is kept; null where there is none.</summary>
    public string? Integrity { get; init; }

    /// <summary>The name that code imports it by, where the manifest gives it another one; null else.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether only development needs it.</summary>
    public bool Development { get; init; }
}
