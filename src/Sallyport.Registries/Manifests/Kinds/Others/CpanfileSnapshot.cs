namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Perl's Carton.</summary>
internal sealed class CpanfileSnapshot : ManifestKind
{
    public override string Name => "cpanfile.snapshot";

    public override Ecosystem Ecosystem => Ecosystem.Cpan;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        while (lines.Next())
        {
            var line = lines.Text.Trim();
            var dash = line.LastIndexOf('-');
            if (lines.Indent == 2 && dash > 0 && !line.Contains(' ', StringComparison.Ordinal))
            {
                into.Add(Ecosystem.Cpan, line[..dash], line[(dash + 1)..].TrimStart('v'), lines.Place(line[..dash]));
            }
        }
    }
}
