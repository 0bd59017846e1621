using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Go;

/// <summary>The lock file of dep.</summary>
internal sealed class GopkgLock : ManifestKind
{
    public override string Name => "Gopkg.lock";

    public override Ecosystem Ecosystem => Ecosystem.Go;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var project in TomlTree.Read(text).In("projects"))
        {
            into.Add(new PackageReference(Ecosystem.Go, project.TextOf("name") ?? "", project.TextOf("version") ?? project.TextOf("revision"), project["name"]?.Span ?? default) { Integrity = project.TextOf("digest") });
        }
    }
}
