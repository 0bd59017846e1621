namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>The requirements in <c>setup.cfg</c>.</summary>
internal sealed class SetupCfg : ManifestKind
{
    public override string Name => "setup.cfg";

    public override Ecosystem Ecosystem => Ecosystem.PyPi;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        var (section, key) = ("", "");
        while (lines.Next())
        {
            var line = lines.Text;
            var trimmed = line.Trim();
            if (trimmed.StartsWith('[') && lines.Indent == 0)
            {
                (section, key) = (trimmed.Trim('[', ']'), "");
            }
            else if (trimmed.Length > 0 && lines.Indent == 0 && trimmed[0] is not ('#' or ';'))
            {
                var equals = line.IndexOf('=', StringComparison.Ordinal);
                key = equals < 0 ? "" : line[..equals].Trim();
                if (equals > 0 && (section, key) is ("metadata", "name"))
                {
                    into.Own = line[(equals + 1)..].Trim();
                }

                trimmed = equals < 0 ? "" : line[(equals + 1)..].Trim();
            }

            if (trimmed.Length > 0 && trimmed[0] is not ('[' or '#' or ';') && ((section == "options" && key is "install_requires" or "setup_requires" or "tests_require") || section == "options.extras_require"))
            {
                Requirement.Add(Requirement.WithoutComment(trimmed), lines.Place(trimmed).Start, into);
            }
        }
    }
}
