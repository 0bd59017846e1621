using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Java;

/// <summary>The lock file of Bazel's rules_jvm_external.</summary>
internal sealed class MavenInstallJson : ManifestKind
{
    public override string Name => "maven_install.json";

    public override Ecosystem Ecosystem => Ecosystem.Maven;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = JsonTree.Read(text);
        foreach (var artifact in root.In("artifacts"))
        {
            into.Add(new PackageReference(Ecosystem.Maven, artifact.Key, artifact.TextOf("version"), artifact.KeySpan) { Integrity = artifact["shasums"]?.TextOf("jar") });
        }

        foreach (var dependency in root["dependency_tree"]?.In("dependencies") ?? [])
        {
            var parts = dependency.TextOf("coord")?.Split(':') ?? [];
            if (parts.Length >= 3)
            {
                into.Add(new PackageReference(Ecosystem.Maven, $"{parts[0]}:{parts[1]}", parts[^1], dependency["coord"]!.Span) { Integrity = dependency.TextOf("sha256"), Resolved = dependency.TextOf("url") });
            }
        }
    }
}
