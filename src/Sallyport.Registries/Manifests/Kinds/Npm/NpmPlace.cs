using Sallyport.Core.Text;
using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Npm;

/// <summary>Where npm's files say that a package comes from, and where in them it stands.</summary>
internal static class NpmPlace
{
    /// <summary>What kind of origin a version or address names.</summary>
    public static PackageOrigin Origin(string? specification) => specification switch
    {
        null => PackageOrigin.Registry,
        _ when specification.StartsWith("file:", StringComparison.Ordinal) || specification.StartsWith("link:", StringComparison.Ordinal) || specification.StartsWith("portal:", StringComparison.Ordinal)
            || specification.StartsWith("workspace:", StringComparison.Ordinal) || specification.StartsWith("./", StringComparison.Ordinal) || specification.StartsWith("../", StringComparison.Ordinal) => PackageOrigin.Path,
        _ when specification.StartsWith("git", StringComparison.Ordinal) && (specification.StartsWith("git+", StringComparison.Ordinal) || specification.StartsWith("git:", StringComparison.Ordinal) || specification.StartsWith("github:", StringComparison.Ordinal) || specification.StartsWith("gitlab:", StringComparison.Ordinal) || specification.StartsWith("git@", StringComparison.Ordinal)) => PackageOrigin.Git,
        _ when specification.StartsWith("bitbucket:", StringComparison.Ordinal) || specification.StartsWith("ssh:", StringComparison.Ordinal) => PackageOrigin.Git,
        _ when specification.StartsWith("http", StringComparison.Ordinal) && specification.Contains("://", StringComparison.Ordinal) => IsArchiveOfRegistry(specification) ? PackageOrigin.Registry
            : specification.EndsWith(".git", StringComparison.Ordinal) || specification.Contains(".git#", StringComparison.Ordinal) || specification.Contains("codeload.", StringComparison.Ordinal) ? PackageOrigin.Git : PackageOrigin.Url,
        _ when IsShortRepository(specification) => PackageOrigin.Git,
        _ => PackageOrigin.Registry,
    };

    /// <summary>The place of a name inside a key.</summary>
    public static TextSpan Of(TreeNode node, int from, int length) => new(node.KeySpan.Start + Math.Min(from, node.KeySpan.Length), Math.Min(length, node.KeySpan.Length));

    // Registries of npm keep archives under NAME/-/NAME-VERSION.tgz, those of others at least under a path that ends so.
    private static bool IsArchiveOfRegistry(string address) =>
        address.Contains("/-/", StringComparison.Ordinal) || (address.Contains(".tgz", StringComparison.Ordinal) && address.Contains("/npm", StringComparison.Ordinal));

    // `owner/repository`, as npm reads it.
    private static bool IsShortRepository(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && text[0] != '@' && char.IsAsciiLetterOrDigit(text[0]) && !text.Contains(' ', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal);
    }
}
