using Sallyport.Registries.Manifests.Kinds.Python;

namespace Sallyport.Registries.Manifests;

/// <summary>Reads single requirements of Python, wherever they stand.</summary>
public static class Requirements
{
    /// <summary>The package that a requirement as PEP 508 writes it names; none for a path.</summary>
    /// <param name="requirement">The text.</param>
    /// <param name="start">Where it stands.</param>
    public static IReadOnlyList<PackageReference> Read(string requirement, int start)
    {
        var scratch = new Manifest(new RequirementsTxt(), "");
        Requirement.Add(requirement, start, scratch);
        return scratch.Packages;
    }
}
