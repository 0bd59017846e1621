using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Npm;

/// <summary>The lock file of pnpm, versions 5 to 9, and <c>shrinkwrap.yaml</c> before them.</summary>
internal sealed class PnpmLock : ManifestKind
{
    public override string Name => "pnpm-lock.yaml";

    public override Ecosystem Ecosystem => Ecosystem.Npm;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = YamlTree.Read(text);
        foreach (var package in root.In("packages"))
        {
            var key = package.Key.TrimStart('/');
            var bracket = key.IndexOf('(', StringComparison.Ordinal);
            key = bracket > 0 ? key[..bracket] : key;
            var address = package["resolution"] is { } kept ? kept.TextOf("tarball") ?? kept.TextOf("repo") : null;
            var (name, version) = Split(key);
            var origin = package["resolution"]?.TextOf("repo") is not null ? PackageOrigin.Git : address is null ? NpmPlace.Origin(version) : NpmPlace.Origin(address);
            into.Add(new PackageReference(Ecosystem.Npm, package.TextOf("name") ?? name, package.TextOf("version") ?? version, package.KeySpan)
            {
                Resolved = address,
                Origin = origin,
                Integrity = package["resolution"]?.TextOf("integrity"),
                Development = package.TextOf("dev") == "true",
            });
        }
    }

    // `name@1.0.0`, `@scope/name@1.0.0`, and before version 6 `name/1.0.0_peers`.
    private static (string Name, string Version) Split(string key)
    {
        var at = key.IndexOf('@', 1);
        if (at > 0 && key.IndexOf('/', StringComparison.Ordinal) is var first && (first < 0 || key[0] == '@' || first > at || key.LastIndexOf('/') < at))
        {
            return (key[..at], key[(at + 1)..]);
        }

        var slash = key.LastIndexOf('/');
        if (slash <= 0)
        {
            return (key, "");
        }

        var version = key[(slash + 1)..];
        var peers = version.IndexOf('_', StringComparison.Ordinal);
        return (key[..slash], peers > 0 ? version[..peers] : version);
    }
}
