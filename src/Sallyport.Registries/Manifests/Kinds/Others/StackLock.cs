using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Stack.</summary>
internal sealed class StackLock : ManifestKind
{
    public override string Name => "stack.yaml.lock";

    public override Ecosystem Ecosystem => Ecosystem.Hackage;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var package in YamlTree.Read(text).In("packages"))
        {
            var hackage = package["completed"]?["hackage"];
            if (hackage is not null)
            {
                var id = hackage.Text.Split('@')[0];
                var dash = id.LastIndexOf('-');
                into.Add(new PackageReference(Ecosystem.Hackage, dash > 0 ? id[..dash] : id, dash > 0 ? id[(dash + 1)..] : null, new(hackage.Span.Start, Math.Max(dash, 0))) { Integrity = hackage.Text.Contains('@', StringComparison.Ordinal) ? hackage.Text.Split('@')[1] : null });
            }
        }
    }
}
