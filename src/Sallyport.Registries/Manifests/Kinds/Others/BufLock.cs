using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Buf, versions 1 and 2.</summary>
internal sealed class BufLock : ManifestKind
{
    public override string Name => "buf.lock";

    public override Ecosystem Ecosystem => Ecosystem.None;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in YamlTree.Read(text).In("deps"))
        {
            var name = package.TextOf("name") ?? $"{package.TextOf("remote")}/{package.TextOf("owner")}/{package.TextOf("repository")}";
            into.Add(new PackageReference(Ecosystem.None, name, package.TextOf("commit"), (package["name"] ?? package["repository"])?.Span ?? default) { Integrity = package.TextOf("digest") });
        }
    }
}
