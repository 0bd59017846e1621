using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Rust;

/// <summary>The manifest of Cargo.</summary>
internal sealed class CargoToml : ManifestKind
{
    public override string Name => "Cargo.toml";

    public override Ecosystem Ecosystem => Ecosystem.Crates;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = TomlTree.Read(text);
        into.Own = root["package"]?.TextOf("name");
        Tables(root, into);
        foreach (var target in root.In("target"))
        {
            Tables(target, into);
        }

        Table(root["workspace"]?["dependencies"], false, into);
    }

    private static void Tables(TreeNode node, Manifest into)
    {
        Table(node["dependencies"], false, into);
        Table(node["dev-dependencies"] ?? node["dev_dependencies"], true, into);
        Table(node["build-dependencies"], true, into);
    }

    private static void Table(TreeNode? table, bool development, Manifest into)
    {
        foreach (var dependency in table?.Children ?? [])
        {
            var renamed = dependency["package"];
            into.Add(new PackageReference(Ecosystem.Crates, renamed?.Text ?? dependency.Key, dependency.IsScalar ? dependency.Text : dependency.TextOf("version"), renamed?.Span ?? dependency.KeySpan)
            {
                Resolved = dependency.TextOf("git") ?? dependency.TextOf("registry-index"),
                Origin = dependency.TextOf("git") is not null ? PackageOrigin.Git : dependency.TextOf("path") is not null ? PackageOrigin.Path : PackageOrigin.Registry,
                Alias = renamed is null ? null : dependency.Key,
                Development = development,
            });
        }
    }
}
