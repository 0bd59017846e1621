namespace Sallyport.Registries.Manifests.Kinds.Go;

/// <summary>The manifest of Go modules; its versions are exact.</summary>
internal sealed class GoMod : ManifestKind
{
    public override string Name => "go.mod";

    public override Ecosystem Ecosystem => Ecosystem.Go;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        var block = "";
        while (lines.Next())
        {
            var line = lines.Text.Split("//")[0].Trim();
            var words = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                continue;
            }

            if (words[0] == ")")
            {
                block = "";
            }
            else if (words is [var verb, "("])
            {
                block = verb;
            }
            else if (words is ["module", var own, ..])
            {
                into.Own = own.Trim('"');
            }
            else if (block == "require" && words.Length >= 2)
            {
                into.Add(Ecosystem.Go, words[0].Trim('"'), words[1], lines.Place(words[0].Trim('"')));
            }
            else if (words is ["require", var module, var version, ..])
            {
                into.Add(Ecosystem.Go, module.Trim('"'), version, lines.Place(module.Trim('"'), 7));
            }
            else if (line.IndexOf("=>", StringComparison.Ordinal) is > 0 and var arrow && (block == "replace" || words[0] == "replace"))
            {
                var other = line[(arrow + 2)..].Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (other.Length == 2)
                {
                    into.Add(Ecosystem.Go, other[0], other[1], lines.Place(other[0], arrow));
                }
            }
        }
    }
}
