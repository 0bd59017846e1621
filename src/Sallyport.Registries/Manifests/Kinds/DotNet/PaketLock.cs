namespace Sallyport.Registries.Manifests.Kinds.DotNet;

/// <summary>The lock file of Paket.</summary>
internal sealed class PaketLock : ManifestKind
{
    public override string Name => "paket.lock";

    public override Ecosystem Ecosystem => Ecosystem.NuGet;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        var nuget = false;
        while (lines.Next())
        {
            var line = lines.Text;
            var trimmed = line.Trim();
            if (lines.Indent == 0 && trimmed.Length > 0)
            {
                nuget = trimmed == "NUGET";
            }
            else if (nuget && lines.Indent == 4)
            {
                var open = trimmed.IndexOf(" (", StringComparison.Ordinal);
                if (open > 0)
                {
                    var version = trimmed[(open + 2)..].Split(')')[0];
                    into.Add(Ecosystem.NuGet, trimmed[..open], version, lines.Place(trimmed[..open]));
                }
            }
        }
    }
}
