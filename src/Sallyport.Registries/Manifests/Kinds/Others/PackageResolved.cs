using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Swift packages, versions 1 to 3.</summary>
internal sealed class PackageResolved : ManifestKind
{
    public override string Name => "Package.resolved";

    public override Ecosystem Ecosystem => Ecosystem.Swift;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = JsonTree.Read(text);
        foreach (var pin in root["object"]?.In("pins") ?? root.In("pins"))
        {
            var address = pin.TextOf("location") ?? pin.TextOf("repositoryURL");
            into.Add(new PackageReference(Ecosystem.Swift, pin.TextOf("identity") ?? pin.TextOf("package") ?? "", pin["state"]?.TextOf("version") ?? pin["state"]?.TextOf("revision"), (pin["identity"] ?? pin["package"])?.Span ?? default)
            {
                Resolved = address, Integrity = pin["state"]?.TextOf("revision"),
            });
        }
    }
}
