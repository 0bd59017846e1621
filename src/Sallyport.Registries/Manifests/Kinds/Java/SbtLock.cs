using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Java;

/// <summary>The lock file of sbt-dependency-lock.</summary>
internal sealed class SbtLock : ManifestKind
{
    public override string Name => "build.sbt.lock";

    public override Ecosystem Ecosystem => Ecosystem.Maven;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var dependency in JsonTree.Read(text).In("dependencies"))
        {
            var name = $"{dependency.TextOf("org")}:{dependency.TextOf("name")}";
            into.Add(Ecosystem.Maven, name, dependency.TextOf("version"), dependency["name"]?.Span ?? default);
        }
    }
}
