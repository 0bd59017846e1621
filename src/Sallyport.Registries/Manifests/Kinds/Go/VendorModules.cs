namespace Sallyport.Registries.Manifests.Kinds.Go;

/// <summary>The modules that were copied into a Go project.</summary>
internal sealed class VendorModules : ManifestKind
{
    public override string Name => "vendor/modules.txt";

    public override Ecosystem Ecosystem => Ecosystem.Go;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        while (lines.Next())
        {
            var words = lines.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["#", var module, var version, ..] && version.StartsWith('v'))
            {
                into.Add(Ecosystem.Go, module, version, lines.Place(module));
            }
        }
    }
}
