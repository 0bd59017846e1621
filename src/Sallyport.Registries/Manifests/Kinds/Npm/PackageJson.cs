using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Npm;

/// <summary>The manifest of npm, Yarn, pnpm and Bun.</summary>
internal sealed class PackageJson : ManifestKind
{
    public override string Name => "package.json";

    public override Ecosystem Ecosystem => Ecosystem.Npm;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = JsonTree.Read(text);
        into.Own = root.TextOf("name");
        foreach (var section in Sections)
        {
            foreach (var dependency in root.In(section))
            {
                Dependency(dependency, section == "devDependencies", into);
            }
        }

        if (root["publishConfig"]?["registry"] is null && root["registry"] is { IsText: true } registry)
        {
            into.AddSource(registry.Text, registry.Span);
        }
    }

    private static readonly string[] Sections = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

    private static void Dependency(TreeNode dependency, bool development, Manifest into)
    {
        if (!dependency.IsText)
        {
            return;
        }

        var (name, version, span) = (dependency.Key, dependency.Text, dependency.KeySpan);
        if (version.StartsWith("npm:", StringComparison.Ordinal))
        {
            var at = version.LastIndexOf('@');
            var end = at > 5 ? at : version.Length;
            (name, span, version) = (version[4..end], new(dependency.Span.Start + 4, end - 4), at > 5 ? version[(at + 1)..] : "");
        }

        var origin = NpmPlace.Origin(version);
        if (version.StartsWith("catalog:", StringComparison.Ordinal))
        {
            (origin, version) = (PackageOrigin.Registry, "");
        }

        into.Add(new PackageReference(Ecosystem.Npm, name, version, span) { Origin = origin, Resolved = origin is PackageOrigin.Git or PackageOrigin.Url ? version : null, Development = development, Alias = name == dependency.Key ? null : dependency.Key });
    }
}
