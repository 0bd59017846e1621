using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.DotNet;

/// <summary>What NuGet restored for a project.</summary>
internal sealed class ProjectAssetsJson : ManifestKind
{
    public override string Name => "project.assets.json";

    public override Ecosystem Ecosystem => Ecosystem.NuGet;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var library in JsonTree.Read(text).In("libraries"))
        {
            var slash = library.Key.IndexOf('/', StringComparison.Ordinal);
            if (slash > 0 && library.TextOf("type") == "package")
            {
                into.Add(new PackageReference(Ecosystem.NuGet, library.Key[..slash], library.Key[(slash + 1)..], new(library.KeySpan.Start, slash)) { Integrity = library.TextOf("sha512") });
            }
        }
    }
}
