using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Unity.</summary>
internal sealed class UnityLock : ManifestKind
{
    public override string Name => "packages-lock.json";

    public override Ecosystem Ecosystem => Ecosystem.None;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in JsonTree.Read(text).In("dependencies"))
        {
            into.Add(new PackageReference(Ecosystem.None, package.Key, package.TextOf("version"), package.KeySpan)
            {
                Origin = package.TextOf("source") switch { "git" => PackageOrigin.Git, "embedded" or "local" or "builtin" => PackageOrigin.Path, _ => PackageOrigin.Registry }, Resolved = package.TextOf("url"),
            });
        }
    }
}
