using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Npm;

/// <summary>The manifest and import map of Deno: <c>npm:</c> and <c>jsr:</c> specifiers.</summary>
internal sealed class DenoJson : ManifestKind
{
    public override string Name => "deno.json";

    public override Ecosystem Ecosystem => Ecosystem.Npm;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        foreach (var import in JsonTree.Read(text).In("imports"))
        {
            var (prefix, ecosystem) = import.Text.StartsWith("npm:", StringComparison.Ordinal) ? (4, Ecosystem.Npm)
                : import.Text.StartsWith("jsr:", StringComparison.Ordinal) ? (4, Ecosystem.Jsr)
                : (0, Ecosystem.None);
            if (prefix == 0)
            {
                continue;
            }

            var specifier = import.Text[prefix..].TrimStart('/');
            var at = specifier.IndexOf('@', 1);
            var name = at < 0 ? specifier : specifier[..at];
            into.Add(ecosystem, name, at < 0 ? null : specifier[(at + 1)..], new(import.Span.Start + prefix, Math.Min(name.Length, import.Span.Length)));
        }
    }
}
