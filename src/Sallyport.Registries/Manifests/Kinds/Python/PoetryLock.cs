using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>The lock file of Poetry.</summary>
internal sealed class PoetryLock : ManifestKind
{
    public override string Name => "poetry.lock";

    public override Ecosystem Ecosystem => Ecosystem.PyPi;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = TomlTree.Read(text);
        foreach (var package in root.In("package"))
        {
            var type = package["source"]?.TextOf("type");
            var files = package["files"] ?? root["metadata"]?["files"]?[package.TextOf("name") ?? ""];
            into.Add(new PackageReference(Ecosystem.PyPi, package.TextOf("name") ?? "", package.TextOf("version"), package["name"]?.Span ?? default)
            {
                Origin = type switch { "git" => PackageOrigin.Git, "url" => PackageOrigin.Url, "file" or "directory" => PackageOrigin.Path, _ => PackageOrigin.Registry },
                Resolved = package["source"]?.TextOf("url"),
                Integrity = files?.Children is [var first, ..] ? first.TextOf("hash") : null,
                Development = package.TextOf("category") == "dev",
            });
        }
    }
}
