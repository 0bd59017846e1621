using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>The lock file of Pipenv.</summary>
internal sealed class PipfileLock : ManifestKind
{
    public override string Name => "Pipfile.lock";

    public override Ecosystem Ecosystem => Ecosystem.PyPi;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = JsonTree.Read(text);
        foreach (var source in root["_meta"]?.In("sources") ?? [])
        {
            if (source["url"] is { } url)
            {
                into.AddSource(url.Text, url.Span);
            }
        }

        foreach (var section in root.Children)
        {
            foreach (var package in section.Key == "_meta" ? [] : section.Children)
            {
                into.Add(new PackageReference(Ecosystem.PyPi, package.Key, package.TextOf("version")?.TrimStart('='), package.KeySpan)
                {
                    Origin = package.TextOf("git") is not null ? PackageOrigin.Git : package.TextOf("file") is not null ? PackageOrigin.Url : package.TextOf("path") is not null ? PackageOrigin.Path : PackageOrigin.Registry,
                    Resolved = package.TextOf("git") ?? package.TextOf("file"),
                    Integrity = package.In("hashes") is [var hash, ..] ? hash.Text : null,
                    Development = section.Key == "develop",
                });
            }
        }
    }
}
