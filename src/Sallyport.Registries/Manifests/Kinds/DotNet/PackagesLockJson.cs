using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.DotNet;

/// <summary>The lock file of NuGet.</summary>
internal sealed class PackagesLockJson : ManifestKind
{
    public override string Name => "packages.lock.json";

    public override Ecosystem Ecosystem => Ecosystem.NuGet;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var framework in JsonTree.Read(text).In("dependencies"))
        {
            foreach (var package in framework.Children)
            {
                if (package.TextOf("type") != "Project")
                {
                    into.Add(new PackageReference(Ecosystem.NuGet, package.Key, package.TextOf("resolved"), package.KeySpan) { Integrity = package.TextOf("contentHash") });
                }
            }
        }
    }
}
