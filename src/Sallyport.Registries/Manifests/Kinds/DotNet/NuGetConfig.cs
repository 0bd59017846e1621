using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.DotNet;

/// <summary>The feeds of NuGet. Several without a mapping of names to feeds let either answer for any name.</summary>
internal sealed class NuGetConfig : ManifestKind
{
    public override string Name => "nuget.config";

    public override Ecosystem Ecosystem => Ecosystem.NuGet;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = XmlTree.Read(text)["configuration"];
        var mapped = root?["packageSourceMapping"] is not null;
        var feeds = 0;
        foreach (var source in root?.In("packageSources") ?? [])
        {
            if (source.Key == "clear")
            {
                feeds = 0;
            }
            else if (source["@value"] is { } address && (address.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || address.Text.Contains('%', StringComparison.Ordinal)))
            {
                feeds++;
                into.AddSource(address.Text, address.Span, extra: feeds > 1 && !mapped);
            }
        }
    }
}
