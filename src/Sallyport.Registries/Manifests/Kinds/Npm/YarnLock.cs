using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests.Kinds.Npm;

/// <summary>The lock file of Yarn: version 1 and the YAML of later ones.</summary>
internal sealed class YarnLock : ManifestKind
{
    public override string Name => "yarn.lock";

    public override Ecosystem Ecosystem => Ecosystem.Npm;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        if (text.IndexOf("__metadata:"u8) >= 0)
        {
            Berry(YamlTree.Read(text), into);
            return;
        }

        var lines = new TextLines(text);
        var (name, place, version, resolved, integrity) = ("", default(Core.Text.TextSpan), default(string), default(string), default(string));
        while (lines.Next())
        {
            var line = lines.Text;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] != ' ')
            {
                Flush();
                name = NameOf(line.Trim('"', ':', ' ').Split(", ")[0].Trim('"'));
                (place, version, resolved, integrity) = (lines.Place(name), null, null, null);
            }
            else if (lines.Indent == 2)
            {
                var words = line.Trim().Split(' ', 2);
                var value = words.Length > 1 ? words[1].Trim('"') : "";
                (version, resolved, integrity) = words[0] switch
                {
                    "version" => (value, resolved, integrity),
                    "resolved" => (version, value, integrity),
                    "integrity" => (version, resolved, value),
                    _ => (version, resolved, integrity),
                };
            }
        }

        Flush();

        void Flush() => into.Add(new PackageReference(Ecosystem.Npm, name, version, place)
        {
            Resolved = resolved, Integrity = integrity ?? (resolved?.Contains('#', StringComparison.Ordinal) == true ? resolved[(resolved.IndexOf('#', StringComparison.Ordinal) + 1)..] : null), Origin = NpmPlace.Origin(resolved),
        });
    }

    // `name@range`; with an alias `other@npm:name@range`.
    private static string NameOf(string descriptor)
    {
        var at = descriptor.IndexOf('@', 1);
        if (at < 0)
        {
            return descriptor;
        }

        var rest = descriptor[(at + 1)..];
        return rest.StartsWith("npm:", StringComparison.Ordinal) && rest.IndexOf('@', 5) is > 0 and var inner ? rest[4..inner] : descriptor[..at];
    }

    private static void Berry(TreeNode root, Manifest into)
    {
        foreach (var entry in root.Children)
        {
            var resolution = entry.TextOf("resolution");
            if (resolution is null || resolution.Contains("@workspace:", StringComparison.Ordinal) || resolution.Contains("@link:", StringComparison.Ordinal))
            {
                continue;
            }

            var at = resolution.IndexOf('@', 1);
            var protocol = at < 0 ? "" : resolution[(at + 1)..];
            var origin = protocol.StartsWith("npm:", StringComparison.Ordinal) || protocol.StartsWith("patch:", StringComparison.Ordinal) ? PackageOrigin.Registry : NpmPlace.Origin(protocol);
            var archive = protocol.IndexOf("__archiveUrl=", StringComparison.Ordinal);
            into.Add(new PackageReference(Ecosystem.Npm, at < 0 ? resolution : resolution[..at], entry.TextOf("version"), entry.KeySpan)
            {
                Origin = origin,
                Resolved = archive > 0 ? Uri.UnescapeDataString(protocol[(archive + 13)..]) : origin == PackageOrigin.Registry ? null : protocol,
                Integrity = entry.TextOf("checksum"),
            });
        }
    }
}
