using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The dependencies of an Elm application, which are exact.</summary>
internal sealed class ElmJson : ManifestKind
{
    public override string Name => "elm.json";

    public override Ecosystem Ecosystem => Ecosystem.None;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = JsonTree.Read(text);
        into.Own = root.TextOf("name");
        foreach (var section in new[] { root["dependencies"], root["test-dependencies"] })
        {
            foreach (var group in section?.Children ?? [])
            {
                foreach (var package in group.Children)
                {
                    into.Add(Ecosystem.None, package.Key, package.Text, package.KeySpan);
                }
            }
        }
    }
}
