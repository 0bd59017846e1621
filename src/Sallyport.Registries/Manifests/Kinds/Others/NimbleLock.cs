using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Nim.</summary>
internal sealed class NimbleLock : ManifestKind
{
    public override string Name => "nimble.lock";

    public override Ecosystem Ecosystem => Ecosystem.None;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in JsonTree.Read(text).In("packages"))
        {
            into.Add(new PackageReference(Ecosystem.None, package.Key, package.TextOf("version"), package.KeySpan) { Resolved = package.TextOf("url"), Integrity = package["checksums"]?.TextOf("sha1") });
        }
    }
}
