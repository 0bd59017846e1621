using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The manifest of Composer.</summary>
internal sealed class ComposerJson : ManifestKind
{
    public override string Name => "composer.json";

    public override Ecosystem Ecosystem => Ecosystem.Composer;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var root = JsonTree.Read(text);
        into.Own = root.TextOf("name");
        foreach (var dependency in root.In("require").Concat(root.In("require-dev")))
        {
            if (dependency.Key.Contains('/', StringComparison.Ordinal))
            {
                into.Add(Ecosystem.Composer, dependency.Key, dependency.Text, dependency.KeySpan);
            }
        }
    }
}
