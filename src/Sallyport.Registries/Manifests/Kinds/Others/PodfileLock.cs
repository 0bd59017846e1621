using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of CocoaPods.</summary>
internal sealed class PodfileLock : ManifestKind
{
    public override string Name => "Podfile.lock";

    public override Ecosystem Ecosystem => Ecosystem.CocoaPods;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = YamlTree.Read(text);
        foreach (var pod in root.In("PODS"))
        {
            var node = pod.Children.Count > 0 ? pod.Children[0] : pod;
            var entry = pod.Children.Count > 0 ? node.Key : node.Text;
            var open = entry.IndexOf(" (", StringComparison.Ordinal);
            if (open > 0)
            {
                var name = entry[..open].Split('/')[0];
                into.Add(new PackageReference(Ecosystem.CocoaPods, name, entry[(open + 2)..].TrimEnd(')'), pod.Children.Count > 0 ? node.KeySpan : node.Span) { Integrity = root["SPEC CHECKSUMS"]?.TextOf(name) });
            }
        }
    }
}
