using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>The lock file of uv.</summary>
internal sealed class UvLock : ManifestKind
{
    public override string Name => "uv.lock";

    public override Ecosystem Ecosystem => Ecosystem.PyPi;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in TomlTree.Read(text).In("package"))
        {
            var source = package["source"];
            if (source?["virtual"] is not null || source?["editable"] is not null)
            {
                continue;
            }

            var first = package["sdist"] ?? (package.In("wheels") is [var wheel, ..] ? wheel : null);
            into.Add(new PackageReference(Ecosystem.PyPi, package.TextOf("name") ?? "", package.TextOf("version"), package["name"]?.Span ?? default)
            {
                Origin = source?["git"] is not null ? PackageOrigin.Git : source?["url"] is not null ? PackageOrigin.Url : source?["path"] is not null || source?["directory"] is not null ? PackageOrigin.Path : PackageOrigin.Registry,
                Resolved = source?.TextOf("git") ?? source?.TextOf("url") ?? first?.TextOf("url") ?? source?.TextOf("registry"),
                Integrity = first?.TextOf("hash"),
            });
        }
    }
}
