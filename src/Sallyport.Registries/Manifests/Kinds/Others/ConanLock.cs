using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Conan 1 and 2.</summary>
internal sealed class ConanLock : ManifestKind
{
    public override string Name => "conan.lock";

    public override Ecosystem Ecosystem => Ecosystem.Conan;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = JsonTree.Read(text);
        foreach (var section in new[] { "requires", "build_requires", "python_requires" })
        {
            foreach (var package in root.In(section))
            {
                Reference(package, into);
            }
        }

        foreach (var node in root["graph_lock"]?.In("nodes") ?? [])
        {
            if (node["ref"] is { } reference && node.Key != "0")
            {
                Reference(reference, into);
            }
        }
    }

    // name/version@user/channel#revision
    private static void Reference(TreeNode node, Manifest into)
    {
        var slash = node.Text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            var revision = node.Text.IndexOf('#', StringComparison.Ordinal);
            into.Add(new PackageReference(Ecosystem.Conan, node.Text[..slash], node.Text[(slash + 1)..].Split('@', '#')[0], new(node.Span.Start, slash)) { Integrity = revision > 0 ? node.Text[(revision + 1)..].Split('%')[0] : null });
        }
    }
}
