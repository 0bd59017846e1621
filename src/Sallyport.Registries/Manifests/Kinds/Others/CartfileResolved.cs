namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Carthage.</summary>
internal sealed class CartfileResolved : ManifestKind
{
    public override string Name => "Cartfile.resolved";

    public override Ecosystem Ecosystem => Ecosystem.Swift;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        while (lines.Next())
        {
            var parts = lines.Text.Split('"');
            if (parts.Length >= 4)
            {
                into.Add(new PackageReference(Ecosystem.Swift, parts[1], parts[3], lines.Place(parts[1])) { Resolved = parts[1] });
            }
        }
    }
}
