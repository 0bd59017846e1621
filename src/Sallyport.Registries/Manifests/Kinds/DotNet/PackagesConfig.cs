using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.DotNet;

/// <summary>The packages of older .NET projects.</summary>
internal sealed class PackagesConfig : ManifestKind
{
    public override string Name => "packages.config";

    public override Ecosystem Ecosystem => Ecosystem.NuGet;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in XmlTree.Read(text)["packages"]?.Children ?? [])
        {
            into.Add(new PackageReference(Ecosystem.NuGet, package.TextOf("@id") ?? "", package.TextOf("@version"), package["@id"]?.Span ?? default) { Development = package.TextOf("@developmentDependency") == "true" });
        }
    }
}
