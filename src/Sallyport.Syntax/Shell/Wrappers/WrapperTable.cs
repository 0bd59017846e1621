namespace Sallyport.Syntax.Shell.Wrappers;

/// <summary>The programs that run other commands, as <c>wrappers.txt</c> says it.</summary>
internal static class WrapperTable
{
    private static readonly Lazy<Dictionary<string, Wrapper>> Table = new(Read);

    /// <summary>How the command <paramref name="words"/> runs another; null when it does not.</summary>
    public static Wrapper? Find(string program, IReadOnlyList<Value> words)
    {
        if (!Table.Value.TryGetValue(program, out var wrapper))
        {
            // Versions of an interpreter: python3.11, php8.2.
            var stem = program.TrimEnd('.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-');
            if (stem.Length == program.Length || stem.Length == 0 || !Table.Value.TryGetValue(stem, out wrapper) || !wrapper.Form.StartsWith("code", StringComparison.Ordinal))
            {
                return Subcommand(program, words, 1, []);
            }
        }

        return Subcommand(program, words, 1, wrapper.Values) ?? (wrapper.Form == "group" ? null : wrapper);
    }

    private static Wrapper? Subcommand(string name, IReadOnlyList<Value> words, int from, IReadOnlyList<string> values)
    {
        for (var i = from; i < words.Count; i++)
        {
            if (words[i].Text is not { Length: > 0 } word)
            {
                return null;
            }

            if (word[0] == '-' && word.Length > 1)
            {
                i += values.Contains(word, StringComparer.Ordinal) ? 1 : 0;
                continue;
            }

            var longer = $"{name} {word}";
            var deeper = name.Count(c => c == ' ') < 2 ? Subcommand(longer, words, i + 1, Table.Value.GetValueOrDefault(longer)?.Values ?? []) : null;
            return deeper ?? (Table.Value.TryGetValue(longer, out var found) && found.Form != "group" ? found with { Start = i + 1 } : null);
        }

        return null;
    }

    private static Dictionary<string, Wrapper> Read()
    {
        var table = new Dictionary<string, Wrapper>(StringComparer.Ordinal);
        using var stream = typeof(WrapperTable).Assembly.GetManifestResourceStream("wrappers.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var columns = line.Split('|', StringSplitOptions.TrimEntries);
            var form = columns[1].Split('+');
            var marks = columns[4].Split(' ');
            var wrapper = new Wrapper(
                form[0],
                form.Length > 1 ? form[1][0] - '0' : 0,
                columns[2].Split(' ', StringSplitOptions.RemoveEmptyEntries),
                [.. columns[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(o => o.Contains(':', StringComparison.Ordinal)).Select(Option)],
                marks.Contains("assign"),
                Marks(marks),
                1);
            foreach (var name in columns[0].Split(','))
            {
                table[name] = wrapper;
            }
        }

        return table;
    }

    private static RunOption Option(string text)
    {
        var colon = text.LastIndexOf(':');
        var caret = text.IndexOf('^', StringComparison.Ordinal);
        return caret < 0
            ? new RunOption(text[..colon], "", text[(colon + 1)..])
            : new RunOption(text[..caret], text[(caret + 1)..colon], text[(colon + 1)..]);
    }

    private static Surroundings Marks(string[] marks)
    {
        var result = Surroundings.None;
        foreach (var mark in marks)
        {
            result |= mark switch
            {
                "root" => Surroundings.Privileged,
                "remote" => Surroundings.Remote,
                "container" => Surroundings.Container,
                "later" => Surroundings.Scheduled,
                "each" => Surroundings.Repeated,
                _ => Surroundings.None,
            };
        }

        return result;
    }
}
