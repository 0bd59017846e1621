using System.Text;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary><c>tr</c>: characters replaced, deleted or squeezed.</summary>
internal static class Translation
{
    public static string? Apply(IReadOnlyList<string> words, string text)
    {
        var options = words.TakeWhile(w => w.Length > 1 && w[0] == '-' && w.AsSpan(1).IndexOfAnyExcept("cCdst") < 0).ToArray();
        var sets = words.Skip(options.Length).Select(Set).ToArray();
        var flags = string.Concat(options);
        if (sets.Length == 0 || flags.AsSpan().IndexOfAny('c', 'C') >= 0)
        {
            return null;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var at = sets[0].LastIndexOf(c);
            if (at < 0)
            {
                result.Append(c);
            }
            else if (flags.Contains('d', StringComparison.Ordinal))
            {
                continue;
            }
            else if (sets.Length > 1 && sets[1].Length > 0)
            {
                result.Append(sets[1][Math.Min(at, sets[1].Length - 1)]);
            }
            else if (!flags.Contains('s', StringComparison.Ordinal) || result.Length == 0 || result[^1] != c)
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static string Set(string word)
    {
        var text = Parsing.AnsiEscapes.Decode(word)
            .Replace("[:upper:]", "A-Z", StringComparison.Ordinal).Replace("[:lower:]", "a-z", StringComparison.Ordinal)
            .Replace("[:digit:]", "0-9", StringComparison.Ordinal).Replace("[:space:]", " \t\n\r", StringComparison.Ordinal);
        var set = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 2 < text.Length && text[i + 1] == '-' && text[i] <= text[i + 2])
            {
                for (var c = text[i]; c <= text[i + 2]; c++)
                {
                    set.Append(c);
                }

                i += 2;
            }
            else
            {
                set.Append(text[i]);
            }
        }

        return set.ToString();
    }
}
