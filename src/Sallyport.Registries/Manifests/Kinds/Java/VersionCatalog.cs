using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Java;

/// <summary>The version catalogue of Gradle.</summary>
internal sealed class VersionCatalog : ManifestKind
{
    public override string Name => "libs.versions.toml";

    public override Ecosystem Ecosystem => Ecosystem.Maven;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = TomlTree.Read(text);
        foreach (var library in root.In("libraries"))
        {
            if (library.IsScalar)
            {
                var parts = library.Text.Split(':');
                if (parts.Length >= 2)
                {
                    var name = $"{parts[0]}:{parts[1]}";
                    into.Add(Ecosystem.Maven, name, parts.Length > 2 ? parts[2] : null, new(library.Span.Start, name.Length));
                }

                continue;
            }

            var module = library["module"] ?? library["name"];
            var version = library["version"];
            into.Add(
                Ecosystem.Maven,
                library.TextOf("module") ?? $"{library.TextOf("group")}:{library.TextOf("name")}",
                version?.TextOf("ref") is { } reference ? root["versions"]?.TextOf(reference) : version is { IsScalar: true } ? version.Text : null,
                module?.Span ?? default);
        }
    }
}
