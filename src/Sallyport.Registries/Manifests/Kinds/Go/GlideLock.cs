using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Go;

/// <summary>The lock file of Glide.</summary>
internal sealed class GlideLock : ManifestKind
{
    public override string Name => "glide.lock";

    public override Ecosystem Ecosystem => Ecosystem.Go;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = YamlTree.Read(text);
        foreach (var package in root.In("imports").Concat(root.In("testImports")))
        {
            into.Add(Ecosystem.Go, package.TextOf("name"), package.TextOf("version"), package["name"]?.Span ?? default);
        }
    }
}
