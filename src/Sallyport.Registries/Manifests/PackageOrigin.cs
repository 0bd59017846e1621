namespace Sallyport.Registries.Manifests;

/// <summary>Where a manifest takes a package from.</summary>
public enum PackageOrigin
{
    /// <summary>A registry.</summary>
    Registry,

    /// <summary>A repository of source code.</summary>
    Git,

    /// <summary>An archive at an address.</summary>
    Url,

    /// <summary>A folder or file beside.</summary>
    Path,
}
