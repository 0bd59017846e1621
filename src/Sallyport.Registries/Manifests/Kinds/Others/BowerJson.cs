using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The manifest of Bower.</summary>
internal sealed class BowerJson : ManifestKind
{
    public override string Name => "bower.json";

    public override Ecosystem Ecosystem => Ecosystem.None;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = JsonTree.Read(text);
        into.Own = root.TextOf("name");
        foreach (var package in root.In("dependencies").Concat(root.In("devDependencies")))
        {
            into.Add(Ecosystem.None, package.Key, package.Text, package.KeySpan);
        }
    }
}
