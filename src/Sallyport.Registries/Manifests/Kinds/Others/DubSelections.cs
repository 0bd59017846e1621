using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of D.</summary>
internal sealed class DubSelections : ManifestKind
{
    public override string Name => "dub.selections.json";

    public override Ecosystem Ecosystem => Ecosystem.None;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in JsonTree.Read(text).In("versions"))
        {
            into.Add(Ecosystem.None, package.Key, package.IsScalar ? package.Text : package.TextOf("version"), package.KeySpan);
        }
    }
}
