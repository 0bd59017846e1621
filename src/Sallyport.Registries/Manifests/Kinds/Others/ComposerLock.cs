using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Composer, and <c>installed.json</c> in <c>vendor/composer</c>.</summary>
internal sealed class ComposerLock : ManifestKind
{
    public override string Name => "composer.lock";

    public override Ecosystem Ecosystem => Ecosystem.Composer;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = JsonTree.Read(text);
        foreach (var section in root.IsList ? [root] : root.Children)
        {
            foreach (var package in section.IsList && (root.IsList || section.Key is "packages" or "packages-dev") ? section.Children : [])
            {
                into.Add(new PackageReference(Ecosystem.Composer, package.TextOf("name") ?? "", package.TextOf("version"), package["name"]?.Span ?? default)
                {
                    Resolved = package["dist"]?.TextOf("url") ?? package["source"]?.TextOf("url"),
                    Origin = package["dist"]?.TextOf("type") == "path" ? PackageOrigin.Path : PackageOrigin.Registry,
                    Integrity = package["dist"]?.TextOf("shasum") is { Length: > 0 } sum ? sum : package["dist"]?.TextOf("reference"),
                    Development = section.Key == "packages-dev",
                });
            }
        }
    }
}
