using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.DotNet;

/// <summary>The tools of a .NET repository.</summary>
internal sealed class DotnetTools : ManifestKind
{
    public override string Name => "dotnet-tools.json";

    public override Ecosystem Ecosystem => Ecosystem.NuGet;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var tool in JsonTree.Read(text).In("tools"))
        {
            into.Add(Ecosystem.NuGet, tool.Key, tool.TextOf("version"), tool.KeySpan);
        }
    }
}
