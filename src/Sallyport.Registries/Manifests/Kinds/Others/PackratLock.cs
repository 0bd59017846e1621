namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of R's packrat.</summary>
internal sealed class PackratLock : ManifestKind
{
    public override string Name => "packrat.lock";

    public override Ecosystem Ecosystem => Ecosystem.Cran;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        var (name, place) = ("", default(Core.Text.TextSpan));
        while (lines.Next())
        {
            var line = lines.Text.Trim();
            if (line.StartsWith("Package:", StringComparison.Ordinal))
            {
                (name, place) = (line[8..].Trim(), lines.Place(line[8..].Trim(), 8));
            }
            else if (line.StartsWith("Version:", StringComparison.Ordinal) && name.Length > 0)
            {
                into.Add(Ecosystem.Cran, name, line[8..].Trim(), place);
                name = "";
            }
        }
    }
}
