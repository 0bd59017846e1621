using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>The lock file of PEP 751.</summary>
internal sealed class PylockToml : ManifestKind
{
    public override string Name => "pylock.toml";

    public override Ecosystem Ecosystem => Ecosystem.PyPi;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in TomlTree.Read(text).In("packages"))
        {
            var first = package["sdist"] ?? package["archive"] ?? (package.In("wheels") is [var wheel, ..] ? wheel : null);
            into.Add(new PackageReference(Ecosystem.PyPi, package.TextOf("name") ?? "", package.TextOf("version"), package["name"]?.Span ?? default)
            {
                Origin = package["vcs"] is not null ? PackageOrigin.Git : package["archive"] is not null ? PackageOrigin.Url : package["directory"] is not null ? PackageOrigin.Path : PackageOrigin.Registry,
                Resolved = package["vcs"]?.TextOf("url") ?? first?.TextOf("url") ?? package.TextOf("index"),
                Integrity = first?["hashes"]?.Children is [var hash, ..] ? $"{hash.Key}:{hash.Text}" : null,
            });
        }
    }
}
