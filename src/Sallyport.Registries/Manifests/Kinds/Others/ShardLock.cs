using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Crystal.</summary>
internal sealed class ShardLock : ManifestKind
{
    public override string Name => "shard.lock";

    public override Ecosystem Ecosystem => Ecosystem.None;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var shard in YamlTree.Read(text).In("shards"))
        {
            into.Add(new PackageReference(Ecosystem.None, shard.Key, shard.TextOf("version"), shard.KeySpan) { Resolved = shard.TextOf("git") ?? shard.TextOf("github") });
        }
    }
}
