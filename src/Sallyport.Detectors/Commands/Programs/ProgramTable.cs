using System.Globalization;

namespace Sallyport.Detectors.Commands.Programs;

/// <summary>What programs do, as <c>programs.txt</c> says it.</summary>
internal sealed class ProgramTable
{
    private readonly Dictionary<string, List<ProgramLine>> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _values = new(StringComparer.Ordinal);
    private readonly List<(string Pattern, ProgramLine Line)> _patterns = [];
    private readonly List<ProgramLine> _every = [];

    private ProgramTable()
    {
        using var stream = typeof(ProgramTable).Assembly.GetManifestResourceStream("programs.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                Read(line);
            }
        }
    }

    /// <summary>The table that is built in.</summary>
    public static ProgramTable BuiltIn { get; } = new();

    /// <summary>Whether anything is said of a program.</summary>
    public bool Knows(string program) => _lines.ContainsKey(program) || _patterns.Exists(p => Wildcard.Fits(p.Pattern, program));

    /// <summary>Options of a program that take a value.</summary>
    public IReadOnlyList<string> Values(string program) => _values.GetValueOrDefault(program) ?? [];

    /// <summary>The lines that may fit a program.</summary>
    public IEnumerable<ProgramLine> Lines(string program)
    {
        foreach (var line in _lines.GetValueOrDefault(program) ?? [])
        {
            yield return line;
        }

        foreach (var (pattern, line) in _patterns)
        {
            if (Wildcard.Fits(pattern, program))
            {
                yield return line;
            }
        }

        foreach (var line in _every)
        {
            yield return line;
        }
    }

    private void Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words[0] == "values")
        {
            foreach (var name in words[1].Split(','))
            {
                _values[name] = [.. (_values.GetValueOrDefault(name) ?? []).Concat(words.Skip(2).Where(w => !w.EndsWith('-')))];
            }

            return;
        }

        var bar = line.LastIndexOf('|');
        var front = line[..bar].Split(';', 2, StringSplitOptions.TrimEntries);
        var effect = line[(bar + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (name, subcommand) in Patterns(front[0]))
        {
            var parsed = Line(subcommand, front.Length > 1 ? front[1] : "", effect);
            if (name == "*")
            {
                _every.Add(parsed);
            }
            else if (name.Contains('*', StringComparison.Ordinal))
            {
                _patterns.Add((name, parsed));
            }
            else if (_lines.TryGetValue(name, out var lines))
            {
                lines.Add(parsed);
            }
            else
            {
                _lines[name] = [parsed];
            }
        }
    }

    // `a,b c d`: names with one subcommand; `a x,b y`: whole commands beside each other.
    private static IEnumerable<(string Name, string[] Words)> Patterns(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var separate = parts.Length > 1 && Array.Exists(parts[..^1], p => p.Contains(' ', StringComparison.Ordinal));
        var shared = parts[^1].Split(' ')[1..];
        foreach (var part in parts)
        {
            var words = part.Split(' ');
            yield return (words[0].ToLowerInvariant(), separate ? words[1..] : shared);
        }
    }

    private static ProgramLine Line(string[] subcommand, string conditions, string[] effect)
    {
        List<string[]> with = [];
        List<string> without = [], equal = [], containing = [];
        var (least, most) = (0, int.MaxValue);
        foreach (var condition in conditions.Replace("\\ ", "\u00A0", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = condition[1..].Replace('\u00A0', ' ');
            switch (condition[0])
            {
                case '+':
                    with.Add(Options(rest));
                    break;
                case '!':
                    without.AddRange(Options(rest));
                    break;
                case '=':
                    equal.Add(rest);
                    break;
                case '~':
                    containing.Add(rest);
                    break;
                case '#':
                    least = int.Parse(rest.TrimEnd('+'), CultureInfo.InvariantCulture);
                    most = rest.EndsWith('+') ? int.MaxValue : least;
                    break;
                default:
                    throw new InvalidDataException($"programs.txt: the condition `{condition}` is not known");
            }
        }

        return new ProgramLine(
            Array.ConvertAll(subcommand, w => w.Split('/')),
            with,
            without,
            equal,
            containing,
            least,
            most,
            effect[0],
            [.. effect.Skip(1).Where(e => e[0] != '@')],
            Array.Find(effect, e => e[0] == '@') ?? "");
    }

    private static string[] Options(string text) => text.Length > 1 && text[0] == '/' ? ["/" + text[1..], .. Array.Empty<string>()] : text.Split('/');
}
