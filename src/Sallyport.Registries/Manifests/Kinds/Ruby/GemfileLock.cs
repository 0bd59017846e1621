namespace Sallyport.Registries.Manifests.Kinds.Ruby;

/// <summary>The lock file of Bundler, <c>gems.locked</c> too.</summary>
internal sealed class GemfileLock : ManifestKind
{
    public override string Name => "Gemfile.lock";

    public override Ecosystem Ecosystem => Ecosystem.RubyGems;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        var (origin, remote, first) = (PackageOrigin.Registry, default(string), true);
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = new List<PackageReference>();
        var section = "";
        while (lines.Next())
        {
            var line = lines.Text;
            var trimmed = line.Trim();
            if (lines.Indent == 0)
            {
                section = trimmed;
                origin = trimmed switch { "GIT" => PackageOrigin.Git, "PATH" => PackageOrigin.Path, _ => PackageOrigin.Registry };
            }
            else if (lines.Indent == 2 && trimmed.StartsWith("remote:", StringComparison.Ordinal))
            {
                remote = trimmed[7..].Trim();
                if (section == "GEM")
                {
                    into.AddSource(remote, lines.Place(remote), extra: !first);
                    first = false;
                }
            }
            else if (section == "CHECKSUMS" && trimmed.IndexOf(" (", StringComparison.Ordinal) is > 0 and var gem)
            {
                var rest = trimmed[(gem + 2)..].Split(") ");
                if (rest.Length == 2)
                {
                    sums[trimmed[..gem] + " " + rest[0]] = rest[1];
                }
            }
            else if (lines.Indent == 4 && section is "GEM" or "GIT" or "PATH" && trimmed.IndexOf(" (", StringComparison.Ordinal) is > 0 and var open)
            {
                var name = trimmed[..open];
                var version = trimmed[(open + 2)..].TrimEnd(')');
                found.Add(new PackageReference(Ecosystem.RubyGems, name, version, lines.Place(name)) { Origin = origin, Resolved = remote });
            }
        }

        foreach (var package in found)
        {
            into.Add(package with { Integrity = sums.GetValueOrDefault($"{package.Name} {package.Version}") });
        }
    }
}
