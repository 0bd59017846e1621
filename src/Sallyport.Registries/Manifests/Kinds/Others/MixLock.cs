namespace Sallyport.Registries.Manifests.Kinds.Others;

/// <summary>The lock file of Elixir.</summary>
internal sealed class MixLock : ManifestKind
{
    public override string Name => "mix.lock";

    public override Ecosystem Ecosystem => Ecosystem.Hex;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        while (lines.Next())
        {
            // "name": {:hex, :name, "1.0.0", "checksum", …
            var parts = lines.Text.Split('"');
            if (parts.Length < 4)
            {
                continue;
            }

            var kind = parts[2];
            into.Add(new PackageReference(Ecosystem.Hex, parts[1], parts[3], lines.Place(parts[1]))
            {
                Origin = kind.Contains("{:git", StringComparison.Ordinal) ? PackageOrigin.Git : PackageOrigin.Registry,
                Resolved = kind.Contains("{:git", StringComparison.Ordinal) ? parts[3] : null,
                Integrity = parts.Length > 5 ? parts[5] : null,
            });
        }
    }
}
