using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Npm;

/// <summary>The lock file of npm, versions 1 to 3; <c>npm-shrinkwrap.json</c> and the hidden one in <c>node_modules</c> too.</summary>
internal sealed class PackageLockJson : ManifestKind
{
    public override string Name => "package-lock.json";

    public override Ecosystem Ecosystem => Ecosystem.Npm;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = JsonTree.Read(text);
        if (root["packages"] is { } packages)
        {
            foreach (var package in packages.Children)
            {
                Installed(package, into);
            }

            return;
        }

        Nested(root.In("dependencies"), into);
    }

    private static void Installed(TreeNode package, Manifest into)
    {
        const string Folder = "node_modules/";
        var at = package.Key.LastIndexOf(Folder, StringComparison.Ordinal);
        if (at < 0 || package.TextOf("link") == "true")
        {
            return; // the project itself and its workspaces
        }

        var alias = package.Key[(at + Folder.Length)..];
        var name = package.TextOf("name") ?? alias;
        into.Add(new PackageReference(Ecosystem.Npm, name, package.TextOf("version"), NpmPlace.Of(package, package.Key.Length - alias.Length, alias.Length))
        {
            Resolved = package.TextOf("resolved"),
            Origin = NpmPlace.Origin(package.TextOf("resolved")),
            Integrity = package.TextOf("integrity"),
            Development = package.TextOf("dev") == "true",
        });
    }

    private static void Nested(IReadOnlyList<TreeNode> dependencies, Manifest into)
    {
        foreach (var package in dependencies)
        {
            var version = package.TextOf("version");
            var origin = NpmPlace.Origin(version);
            var alias = version?.StartsWith("npm:", StringComparison.Ordinal) == true;
            var split = alias ? version!.LastIndexOf('@') : -1;
            into.Add(new PackageReference(Ecosystem.Npm, split > 4 ? version![4..split] : package.Key, split > 4 ? version![(split + 1)..] : version, package.KeySpan)
            {
                Resolved = package.TextOf("resolved") ?? (origin == PackageOrigin.Registry ? null : version),
                Origin = origin == PackageOrigin.Registry ? NpmPlace.Origin(package.TextOf("resolved")) : origin,
                Integrity = package.TextOf("integrity"),
                Development = package.TextOf("dev") == "true",
            });
            Nested(package.In("dependencies"), into);
        }
    }
}
