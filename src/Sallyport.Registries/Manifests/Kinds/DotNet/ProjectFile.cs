using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.DotNet;

/// <summary>MSBuild files: package references and central versions.</summary>
internal sealed class ProjectFile : ManifestKind
{
    public override string Name => "*.csproj";

    public override Ecosystem Ecosystem => Ecosystem.NuGet;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        Walk(XmlTree.Read(text), into);
    }

    private static void Walk(TreeNode node, Manifest into)
    {
        foreach (var child in node.Children)
        {
            if (child.Key is "PackageReference" or "PackageVersion" or "GlobalPackageReference" or "DotNetCliToolReference" or "PackageDownload")
            {
                if ((child["@Include"] ?? child["@Update"]) is { } named && !named.Text.Contains("$(", StringComparison.Ordinal))
                {
                    into.Add(new PackageReference(Ecosystem.NuGet, named.Text.Trim(), child.TextOf("@Version") ?? child["Version"]?.Text ?? child.TextOf("@VersionOverride"), named.Span) { Development = child.TextOf("@PrivateAssets") == "all" });
                }
            }
            else if (child.Key == "RestoreSources" || child.Key == "RestoreAdditionalProjectSources")
            {
                into.AddSource(child.Text, child.Span, extra: child.Key != "RestoreSources");
            }
            else
            {
                Walk(child, into);
            }
        }
    }
}
