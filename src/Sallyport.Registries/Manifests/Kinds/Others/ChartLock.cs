using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Helm; <c>requirements.lock</c> before it.</summary>
internal sealed class ChartLock : ManifestKind
{
    public override string Name => "Chart.lock";

    public override Ecosystem Ecosystem => Ecosystem.Helm;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in YamlTree.Read(text).In("dependencies"))
        {
            into.Add(new PackageReference(Ecosystem.Helm, package.TextOf("name") ?? "", package.TextOf("version"), package["name"]?.Span ?? default) { Resolved = package.TextOf("repository") });
        }
    }
}
