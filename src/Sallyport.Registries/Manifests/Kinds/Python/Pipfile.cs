using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>The manifest of Pipenv.</summary>
internal sealed class Pipfile : ManifestKind
{
    public override string Name => "Pipfile";

    public override Ecosystem Ecosystem => Ecosystem.PyPi;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = TomlTree.Read(text);
        foreach (var source in root.In("source"))
        {
            if (source["url"] is { } url)
            {
                into.AddSource(url.Text, url.Span);
            }
        }

        foreach (var section in root.Children)
        {
            if (section.Key is "source" or "requires" or "scripts" or "pipenv")
            {
                continue;
            }

            foreach (var dependency in section.Children)
            {
                into.Add(new PackageReference(Ecosystem.PyPi, dependency.Key, dependency.IsScalar ? dependency.Text : dependency.TextOf("version"), dependency.KeySpan)
                {
                    Resolved = dependency.TextOf("git") ?? dependency.TextOf("file"),
                    Origin = dependency.TextOf("git") is not null ? PackageOrigin.Git : dependency.TextOf("file") is not null ? PackageOrigin.Url : dependency.TextOf("path") is not null ? PackageOrigin.Path : PackageOrigin.Registry,
                    Development = section.Key != "packages",
                });
            }
        }
    }
}
