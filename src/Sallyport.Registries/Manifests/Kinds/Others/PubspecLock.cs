using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Dart and Flutter.</summary>
internal sealed class PubspecLock : ManifestKind
{
    public override string Name => "pubspec.lock";

    public override Ecosystem Ecosystem => Ecosystem.Pub;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in YamlTree.Read(text).In("packages"))
        {
            var source = package.TextOf("source");
            if (source != "sdk")
            {
                into.Add(new PackageReference(Ecosystem.Pub, package.Key, package.TextOf("version"), package.KeySpan)
                {
                    Origin = source switch { "git" => PackageOrigin.Git, "path" => PackageOrigin.Path, _ => PackageOrigin.Registry },
                    Resolved = package["description"]?.TextOf("url"),
                    Integrity = package["description"]?.TextOf("sha256"),
                });
            }
        }
    }
}
