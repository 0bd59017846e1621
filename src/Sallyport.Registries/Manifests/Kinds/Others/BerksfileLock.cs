namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Chef's Berkshelf.</summary>
internal sealed class BerksfileLock : ManifestKind
{
    public override string Name => "Berksfile.lock";

    public override Ecosystem Ecosystem => Ecosystem.None;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        var graph = false;
        while (lines.Next())
        {
            var line = lines.Text.Trim();
            graph = lines.Indent == 0 && line.Length > 0 ? line == "GRAPH" : graph;
            var open = line.IndexOf(" (", StringComparison.Ordinal);
            if (graph && lines.Indent == 2 && open > 0)
            {
                into.Add(Ecosystem.None, line[..open], line[(open + 2)..].TrimEnd(')'), lines.Place(line[..open]));
            }
        }
    }
}
