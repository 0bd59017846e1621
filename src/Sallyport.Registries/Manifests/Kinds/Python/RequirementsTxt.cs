namespace Sallyport.Registries.Manifests.Kinds.Python;

/// <summary>Requirements of pip: files that <c>-r</c> and <c>-c</c> name too; exact versions with hashes make one a lock file.</summary>
internal sealed class RequirementsTxt : ManifestKind
{
    public override string Name => "requirements.txt";

    public override Ecosystem Ecosystem => Ecosystem.PyPi;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        while (lines.Next())
        {
            var line = Requirement.WithoutComment(lines.Text);
            var (start, place) = (lines.Start, lines.Place(line.Trim()));
            while (line.EndsWith('\\') && lines.Next())
            {
                line = line[..^1] + " " + Requirement.WithoutComment(lines.Text);
            }

            line = line.Trim();
            if (line.StartsWith('-'))
            {
                Option(line, place, into);
            }
            else if (line.Length > 0)
            {
                Requirement.Add(line, place.Start, into);
            }
        }
    }

    private static void Option(string line, Core.Text.TextSpan place, Manifest into)
    {
        var words = line.Split((char[])[' ', '='], 2, StringSplitOptions.RemoveEmptyEntries);
        var value = words.Length > 1 ? words[1].Trim() : "";
        switch (words[0])
        {
            case "-i" or "--index-url":
                into.AddSource(value, place);
                break;
            case "--extra-index-url" or "-f" or "--find-links":
                into.AddSource(value, place, extra: words[0] == "--extra-index-url");
                break;
            case "-e" or "--editable":
                Requirement.Add(value, place.Start + line.IndexOf(value, StringComparison.Ordinal), into);
                break;
        }
    }
}
