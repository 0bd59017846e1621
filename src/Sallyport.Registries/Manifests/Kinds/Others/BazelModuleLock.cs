using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Bazel modules.</summary>
internal sealed class BazelModuleLock : ManifestKind
{
    public override string Name => "MODULE.bazel.lock";

    public override Ecosystem Ecosystem => Ecosystem.Bazel;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var entry in JsonTree.Read(text).In("registryFileHashes"))
        {
            // …/modules/NAME/VERSION/source.json stands for a module that is used.
            var parts = entry.Key.Split('/');
            if (parts is [.., "modules", var name, var version, "source.json"])
            {
                into.Add(new PackageReference(Ecosystem.Bazel, name, version, new(entry.KeySpan.Start + entry.Key.IndexOf($"/{name}/", StringComparison.Ordinal) + 1, name.Length)) { Resolved = entry.Key, Integrity = entry.Text });
            }
        }
    }
}
