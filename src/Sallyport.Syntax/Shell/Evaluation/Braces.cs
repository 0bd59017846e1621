using System.Globalization;
using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary>Brace expansion: <c>{a,b}</c> and <c>{1..3}</c>.</summary>
internal static class Braces
{
    private const int Most = 2048;

    /// <summary>Whether the word has an unquoted brace at all.</summary>
    public static bool MayHold(Word word)
    {
        foreach (var part in word.Parts)
        {
            if (part is LiteralPart { Quoted: false } literal && literal.Text.Contains('{', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words that one word with braces stands for.</summary>
    public static List<Word> Expand(Word word, Action<int> spend)
    {
        var atoms = new List<Atom>();
        foreach (var part in word.Parts)
        {
            if (part is LiteralPart { Quoted: false } literal)
            {
                foreach (var c in literal.Text)
                {
                    atoms.Add(new Atom(c, null));
                }
            }
            else
            {
                atoms.Add(new Atom('\0', part));
            }
        }

        var results = new List<List<Atom>>();
        Expand(atoms, results, spend, 0);
        return results.ConvertAll(r => Build(r, word));
    }

    private static void Expand(List<Atom> atoms, List<List<Atom>> results, Action<int> spend, int depth)
    {
        spend(atoms.Count);
        if (depth < 30 && results.Count < Most)
        {
            for (var open = 0; open < atoms.Count; open++)
            {
                if (atoms[open].Char == '{' && Alternatives(atoms, open, out var close) is { } alternatives)
                {
                    foreach (var alternative in alternatives)
                    {
                        Expand([.. atoms.Take(open), .. alternative, .. atoms.Skip(close + 1)], results, spend, depth + 1);
                    }

                    return;
                }
            }
        }

        results.Add(atoms);
    }

    private static List<List<Atom>>? Alternatives(List<Atom> atoms, int open, out int close)
    {
        var (depth, commas) = (0, new List<int>());
        for (close = open; close < atoms.Count; close++)
        {
            var c = atoms[close].Char;
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ',' && depth == 1)
            {
                commas.Add(close);
            }

            if (depth == 0)
            {
                break;
            }
        }

        if (close >= atoms.Count)
        {
            return null;
        }

        if (commas.Count == 0)
        {
            return Sequence(atoms, open, close);
        }

        var result = new List<List<Atom>>();
        var start = open + 1;
        commas.Add(close);
        foreach (var comma in commas)
        {
            result.Add(atoms.GetRange(start, comma - start));
            start = comma + 1;
        }

        return result;
    }

    private static List<List<Atom>>? Sequence(List<Atom> atoms, int open, int close)
    {
        var text = "";
        for (var i = open + 1; i < close && text.Length < 64; i++)
        {
            if (atoms[i].Part is not null)
            {
                return null;
            }

            text += atoms[i].Char;
        }

        var parts = text.Split("..");
        if (parts.Length is not (2 or 3))
        {
            return null;
        }

        var letters = parts[0].Length == 1 && parts[1].Length == 1 && char.IsAsciiLetter(parts[0][0]) && char.IsAsciiLetter(parts[1][0]);
        long step = 1;
        if (parts.Length == 3 && !long.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out step))
        {
            return null;
        }

        if (letters)
        {
            return Numbers(parts[0][0], parts[1][0], step, n => ((char)n).ToString());
        }

        var width = parts[0].TrimStart('-').StartsWith('0') || parts[1].TrimStart('-').StartsWith('0') ? Math.Max(parts[0].Length, parts[1].Length) : 1;
        return long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var from) &&
            long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var to)
            ? Numbers(from, to, step, n => n.ToString("D" + width, CultureInfo.InvariantCulture))
            : null;
    }

    private static List<List<Atom>> Numbers(long from, long to, long step, Func<long, string> format)
    {
        var result = new List<List<Atom>>();
        step = Math.Max(1, step == long.MinValue ? 1 : Math.Abs(step));
        for (var n = from; (from <= to ? n <= to : n >= to) && result.Count < Most; n += from <= to ? step : -step)
        {
            result.Add([.. format(n).Select(c => new Atom(c, null))]);
        }

        return result;
    }

    private static Word Build(List<Atom> atoms, Word word)
    {
        var parts = new List<WordPart>();
        var text = new System.Text.StringBuilder();
        foreach (var atom in atoms)
        {
            if (atom.Part is null)
            {
                text.Append(atom.Char);
                continue;
            }

            Flush();
            parts.Add(atom.Part);
        }

        Flush();
        return new Word(parts, word.Start, word.End);

        void Flush()
        {
            if (text.Length > 0)
            {
                parts.Add(new LiteralPart(text.ToString(), false));
                text.Clear();
            }
        }
    }

    private readonly record struct Atom(char Char, WordPart? Part);
}
