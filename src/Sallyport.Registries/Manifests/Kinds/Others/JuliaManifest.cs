using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Julia, formats 1 and 2.</summary>
internal sealed class JuliaManifest : ManifestKind
{
    public override string Name => "Manifest.toml";

    public override Ecosystem Ecosystem => Ecosystem.Julia;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = TomlTree.Read(text);
        foreach (var package in (root["deps"] ?? root).Children)
        {
            foreach (var entry in package.IsList ? package.Children : [])
            {
                if (entry.TextOf("version") is { } version)
                {
                    into.Add(new PackageReference(Ecosystem.Julia, package.Key, version, package.KeySpan) { Integrity = entry.TextOf("git-tree-sha1") });
                }
            }
        }
    }
}
