using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>The lock file of PDM.</summary>
internal sealed class PdmLock : ManifestKind
{
    public override string Name => "pdm.lock";

    public override Ecosystem Ecosystem => Ecosystem.PyPi;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = TomlTree.Read(text);
        foreach (var package in root.In("package"))
        {
            var (name, version) = (package.TextOf("name") ?? "", package.TextOf("version"));
            if (package.TextOf("path") is not null && package.TextOf("git") is null)
            {
                continue; // the project itself
            }

            var files = package["files"] ?? root["metadata"]?["files"]?[$"{name} {version}"];
            into.Add(new PackageReference(Ecosystem.PyPi, name, version, package["name"]?.Span ?? default)
            {
                Origin = package.TextOf("git") is not null ? PackageOrigin.Git : package.TextOf("url") is not null ? PackageOrigin.Url : PackageOrigin.Registry,
                Resolved = package.TextOf("git") ?? package.TextOf("url") ?? (files?.Children is [var file, ..] ? file.TextOf("url") : null),
                Integrity = files?.Children is [var first, ..] ? first.TextOf("hash") : null,
            });
        }
    }
}
