using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Rust;

/// <summary>The lock file of Cargo.</summary>
internal sealed class CargoLock : ManifestKind
{
    public override string Name => "Cargo.lock";

    public override Ecosystem Ecosystem => Ecosystem.Crates;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = TomlTree.Read(text);
        foreach (var package in root.In("package"))
        {
            var (name, version, source) = (package.TextOf("name") ?? "", package.TextOf("version"), package.TextOf("source"));
            if (source is null)
            {
                continue; // a member of the workspace
            }

            into.Add(new PackageReference(Ecosystem.Crates, name, version, package["name"]?.Span ?? default)
            {
                Origin = source.StartsWith("git+", StringComparison.Ordinal) ? PackageOrigin.Git : PackageOrigin.Registry,
                Resolved = source,
                Integrity = package.TextOf("checksum") ?? root["metadata"]?.TextOf($"checksum {name} {version} ({source})"),
            });
        }
    }
}
