using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Nix flakes.</summary>
internal sealed class FlakeLock : ManifestKind
{
    public override string Name => "flake.lock";

    public override Ecosystem Ecosystem => Ecosystem.Nix;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var node in JsonTree.Read(text).In("nodes"))
        {
            if (node["locked"] is { } locked)
            {
                into.Add(new PackageReference(Ecosystem.Nix, locked.TextOf("repo") is { } repository ? $"{locked.TextOf("owner")}/{repository}" : node.Key, locked.TextOf("rev"), node.KeySpan)
                {
                    Resolved = locked.TextOf("url"), Integrity = locked.TextOf("narHash"),
                });
            }
        }
    }
}
