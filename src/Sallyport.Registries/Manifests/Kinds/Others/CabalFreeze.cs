namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Cabal.</summary>
internal sealed class CabalFreeze : ManifestKind
{
    public override string Name => "cabal.project.freeze";

    public override Ecosystem Ecosystem => Ecosystem.Hackage;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        while (lines.Next())
        {
            var line = lines.Text.Replace("constraints:", "", StringComparison.Ordinal);
            foreach (var part in line.Split(','))
            {
                var equals = part.IndexOf("==", StringComparison.Ordinal);
                if (equals > 0)
                {
                    var name = part[..equals].Trim();
                    name = name[(name.LastIndexOf('.') is var dot && name.StartsWith("any.", StringComparison.Ordinal) ? dot + 1 : 0)..];
                    into.Add(Ecosystem.Hackage, name, part[(equals + 2)..].Trim(), lines.Place(name));
                }
            }
        }
    }
}
