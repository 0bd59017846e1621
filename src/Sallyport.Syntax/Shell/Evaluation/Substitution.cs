namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary><c>sed</c> with nothing but substitutions of plain text: what is used to hide a word.</summary>
internal static class Substitution
{
    public static string? Apply(IReadOnlyList<string> words, string text)
    {
        var script = "";
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is "-e" or "--expression" && i + 1 < words.Count)
            {
                script += (script.Length > 0 ? ";" : "") + words[++i];
            }
            else if (words[i].StartsWith('-'))
            {
                if (words[i] is not ("-E" or "-r" or "-z" or "-s" or "-u"))
                {
                    return null;
                }
            }
            else if (script.Length == 0)
            {
                script = words[i];
            }
        }

        foreach (var command in script.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (command.Length < 4 || command[0] != 's' || char.IsLetterOrDigit(command[1]) || command.Split(command[1]) is not [_, var from, var to, var flags])
            {
                return null;
            }

            if (from.Length == 0 || !from.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '/' or '@' or '#' or '%' or ',' or ':' or '=' or '~') || to.AsSpan().IndexOfAny('\\', '&') >= 0)
            {
                return null;
            }

            text = flags.Contains('g', StringComparison.Ordinal) ? text.Replace(from, to, StringComparison.Ordinal) : First(text, from, to);
        }

        return text;
    }

    private static string First(string text, string from, string to) => string.Join('\n', text.Split('\n').Select(line =>
        line.IndexOf(from, StringComparison.Ordinal) is >= 0 and var at ? string.Concat(line.AsSpan(0, at), to, line.AsSpan(at + from.Length)) : line));
}
