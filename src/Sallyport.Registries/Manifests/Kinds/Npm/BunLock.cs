using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Npm;

/// <summary>The text lock file of Bun.</summary>
internal sealed class BunLock : ManifestKind
{
    public override string Name => "bun.lock";

    public override Ecosystem Ecosystem => Ecosystem.Npm;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in JsonTree.Read(text).In("packages"))
        {
            if (package.Children is not [{ IsText: true } resolution, ..])
            {
                continue;
            }

            var at = resolution.Text.IndexOf('@', 1);
            var version = at < 0 ? null : resolution.Text[(at + 1)..];
            if (version?.StartsWith("workspace:", StringComparison.Ordinal) == true)
            {
                continue;
            }

            var address = package.Children.Count > 1 && package.Children[1].Text.Length > 0 ? package.Children[1].Text : null;
            var last = package.Children[^1];
            into.Add(new PackageReference(Ecosystem.Npm, at < 0 ? resolution.Text : resolution.Text[..at], version, package.KeySpan)
            {
                Resolved = address,
                Origin = NpmPlace.Origin(version),
                Integrity = last.IsText && last.Text.StartsWith("sha", StringComparison.Ordinal) ? last.Text : null,
            });
        }
    }
}
