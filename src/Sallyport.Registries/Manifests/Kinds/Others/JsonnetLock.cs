using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of jsonnet-bundler.</summary>
internal sealed class JsonnetLock : ManifestKind
{
    public override string Name => "jsonnetfile.lock.json";

    public override Ecosystem Ecosystem => Ecosystem.None;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in JsonTree.Read(text).In("dependencies"))
        {
            var remote = package["source"]?["git"]?["remote"];
            into.Add(new PackageReference(Ecosystem.None, remote?.Text ?? package.TextOf("name") ?? "", package.TextOf("version"), remote?.Span ?? package["name"]?.Span ?? default) { Integrity = package.TextOf("sum"), Origin = PackageOrigin.Git, Resolved = remote?.Text });
        }
    }
}
