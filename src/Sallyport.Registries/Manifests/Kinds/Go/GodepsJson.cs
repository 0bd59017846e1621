using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Go;

/// <summary>The lock file of Godep.</summary>
internal sealed class GodepsJson : ManifestKind
{
    public override string Name => "Godeps.json";

    public override Ecosystem Ecosystem => Ecosystem.Go;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in JsonTree.Read(text).In("Deps"))
        {
            into.Add(Ecosystem.Go, package.TextOf("ImportPath"), package.TextOf("Comment") ?? package.TextOf("Rev"), package["ImportPath"]?.Span ?? default);
        }
    }
}
