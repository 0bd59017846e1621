namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of OCaml.</summary>
internal sealed class OpamLocked : ManifestKind
{
    public override string Name => "*.opam.locked";

    public override Ecosystem Ecosystem => Ecosystem.None;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        var inside = false;
        while (lines.Next())
        {
            var line = lines.Text;
            inside = line.StartsWith("depends:", StringComparison.Ordinal) || (inside && !line.StartsWith(']'));
            // "name" {= "1.0.0"}
            var parts = line.Split('"');
            if (inside && parts.Length >= 5 && parts[2].Contains("{=", StringComparison.Ordinal))
            {
                into.Add(Ecosystem.None, parts[1], parts[3], lines.Place(parts[1]));
            }
        }
    }
}
