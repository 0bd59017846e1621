using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The manifest of Dart and Flutter.</summary>
internal sealed class PubspecYaml : ManifestKind
{
    public override string Name => "pubspec.yaml";

    public override Ecosystem Ecosystem => Ecosystem.Pub;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = YamlTree.Read(text);
        into.Own = root.TextOf("name");
        foreach (var dependency in root.In("dependencies").Concat(root.In("dev_dependencies")))
        {
            if (dependency["sdk"] is null)
            {
                into.Add(new PackageReference(Ecosystem.Pub, dependency.Key, dependency.IsScalar ? dependency.Text : null, dependency.KeySpan) { Origin = dependency["git"] is not null ? PackageOrigin.Git : dependency["path"] is not null ? PackageOrigin.Path : PackageOrigin.Registry });
            }
        }
    }
}
