using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Gleam.</summary>
internal sealed class GleamManifest : ManifestKind
{
    public override string Name => "manifest.toml";

    public override Ecosystem Ecosystem => Ecosystem.Hex;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in TomlTree.Read(text).In("packages"))
        {
            into.Add(new PackageReference(Ecosystem.Hex, package.TextOf("name") ?? "", package.TextOf("version"), package["name"]?.Span ?? default) { Integrity = package.TextOf("outer_checksum") });
        }
    }
}
