using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Java;

/// <summary>The checksums that Gradle verifies.</summary>
internal sealed class VerificationMetadata : ManifestKind
{
    public override string Name => "verification-metadata.xml";

    public override Ecosystem Ecosystem => Ecosystem.Maven;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var component in XmlTree.Read(text)["verification-metadata"]?.In("components") ?? [])
        {
            var hash = component["artifact"]?.Children.FirstOrDefault(c => c.Key is "sha256" or "sha512" or "sha1");
            into.Add(new PackageReference(Ecosystem.Maven, $"{component.TextOf("@group")}:{component.TextOf("@name")}", component.TextOf("@version"), component["@name"]?.Span ?? default) { Integrity = hash?.TextOf("@value") });
        }
    }
}
