using System.Text;

namespace Sallyport.Rules.Pages;

/// <summary>Splits what follows the front matter into help text and examples.</summary>
internal static class MarkdownBody
{
    public static (string Help, IReadOnlyList<RuleExample> Examples) Read(string id, string[] lines, int above)
    {
        var help = new StringBuilder();
        var examples = new List<RuleExample>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                help.Append(lines[i]).Append('\n');
                continue;
            }

            var ticks = lines[i].Length - lines[i].TrimStart('`').Length;
            var fence = new string('`', ticks);
            var end = Array.FindIndex(lines, i + 1, l => l.TrimEnd() == fence);
            if (end < 0)
            {
                throw new RulePageException($"{id}: line {above + i + 1}: the fence is not closed");
            }

            examples.Add(Example(id, lines[i][ticks..], string.Join('\n', lines[(i + 1)..end]), above + i + 1));
            i = end;
        }

        return (help.ToString().Trim() + "\n", examples);
    }

    private static RuleExample Example(string id, string info, string text, int line)
    {
        var words = info.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !Enum.TryParse<ExampleKind>(words[1], ignoreCase: true, out var kind))
        {
            throw new RulePageException($"{id}: line {line}: a fence says language and kind, such as ```python bad; kinds are bad, good, fixed, todo");
        }

        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words[2..])
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            attributes[equals < 0 ? word : word[..equals]] = equals < 0 ? "" : word[(equals + 1)..];
        }

        return new RuleExample(words[0], kind, attributes, text, line);
    }
}
