namespace Sallyport.Registries.Manifests.Kinds.Go;

/// <summary>The checksums of Go modules; <c>go.work.sum</c> too.</summary>
internal sealed class GoSum : ManifestKind
{
    public override string Name => "go.sum";

    public override Ecosystem Ecosystem => Ecosystem.Go;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        while (lines.Next())
        {
            var words = lines.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 3 && !words[1].EndsWith("/go.mod", StringComparison.Ordinal))
            {
                into.Add(new PackageReference(Ecosystem.Go, words[0], words[1], lines.Place(words[0])) { Integrity = words[2] });
            }
        }
    }
}
