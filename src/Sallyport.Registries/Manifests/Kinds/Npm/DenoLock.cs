using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Npm;

/// <summary>The lock file of Deno, versions 2 to 5: npm and JSR packages.</summary>
internal sealed class DenoLock : ManifestKind
{
    public override string Name => "deno.lock";

    public override Ecosystem Ecosystem => Ecosystem.Npm;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = JsonTree.Read(text);
        var packages = root["packages"] ?? root;
        foreach (var (section, ecosystem) in new[] { ("npm", Ecosystem.Npm), ("jsr", Ecosystem.Jsr) })
        {
            var entries = packages[section]?["packages"] ?? packages[section];
            foreach (var package in entries?.Children ?? [])
            {
                var key = package.Key;
                var peers = key.IndexOf('_', Math.Max(0, key.IndexOf('@', 1)));
                key = peers > 0 ? key[..peers] : key;
                var at = key.IndexOf('@', 1);
                into.Add(new PackageReference(ecosystem, at < 0 ? key : key[..at], at < 0 ? null : key[(at + 1)..], package.KeySpan) { Integrity = package.TextOf("integrity") });
            }
        }
    }
}
