using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>The environment of Conda, pip requirements in it included.</summary>
internal sealed class EnvironmentYml : ManifestKind
{
    public override string Name => "environment.yml";

    public override Ecosystem Ecosystem => Ecosystem.Conda;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var dependency in YamlTree.Read(text).In("dependencies"))
        {
            if (dependency.Children is [{ Key: "pip" } pip])
            {
                foreach (var requirement in pip.Children)
                {
                    Requirement.Add(requirement.Text, requirement.Span.Start, into);
                }
            }
            else if (dependency.IsScalar)
            {
                var spec = dependency.Text[(dependency.Text.LastIndexOf(':') + 1)..];
                var end = spec.AsSpan().IndexOfAny("=<>! ");
                var name = end < 0 ? spec : spec[..end];
                into.Add(Ecosystem.Conda, name, end < 0 ? null : spec[end..].Trim(' ', '='), new(dependency.Span.Start + (dependency.Text.Length - spec.Length), name.Length));
            }
        }
    }
}
