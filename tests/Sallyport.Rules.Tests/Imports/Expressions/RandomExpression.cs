using System.Text;

namespace Sallyport.Rules.Tests.Imports.Expressions;

/// <summary>Draws expressions and texts over a small alphabet, so that they meet often.</summary>
internal static class RandomExpression
{
    private static readonly string[] Atoms = ["a", "b", "c", "[ab]", "[^a]", ".", @"\w", @"\s", @"\d", "[[:alpha:]_]", "é", @"\x{e9}", "(?i)B", "[^\\n1]", "-"];
    private static readonly string[] Conditions = ["^", "$", @"\b", @"\B", @"\A", @"\z", "(?m:^)", "(?m:$)"];
    private static readonly string[] Repeats = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{2,}", "{1,2}?", "{0,2}"];
    private static readonly string[] Pieces = ["a", "b", "c", "ab", "B", "_", "1", " ", "\n", "é", "-", "\u00ff", "aaa"];

    public static string Draw(Random random) => Choice(random, 3).Text;

    public static byte[] DrawText(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(14); i >= 0; i--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static (string Text, bool MayBeEmpty) Choice(Random random, int depth)
    {
        var options = Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => Sequence(random, depth)).ToArray();
        return (string.Join('|', options.Select(o => o.Text)), options.Any(o => o.MayBeEmpty));
    }

    private static (string Text, bool MayBeEmpty) Sequence(Random random, int depth)
    {
        var items = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Repeat(random, depth)).ToArray();
        return (string.Concat(items.Select(i => i.Text)), items.All(i => i.MayBeEmpty));
    }

    // Loops over what may be empty are where engines honestly differ, and repeats of repeats take backtracking engines for ever; rules have neither.
    private static (string Text, bool MayBeEmpty) Repeat(Random random, int depth)
    {
        var atom = Atom(random, depth);
        if (atom.MayBeEmpty || atom.Text.AsSpan().IndexOfAny("*+{") >= 0 || random.Next(3) > 0)
        {
            return atom;
        }

        var repeat = Repeats[random.Next(Repeats.Length)];
        return ($"(?:{atom.Text}){repeat}", repeat[0] is '*' or '?' || repeat.StartsWith("{0", StringComparison.Ordinal));
    }

    private static (string Text, bool MayBeEmpty) Atom(Random random, int depth)
    {
        var kind = random.Next(10);
        if (kind == 0)
        {
            return (Conditions[random.Next(Conditions.Length)], true);
        }

        if (kind < 4 && depth > 0)
        {
            var (text, empty) = Choice(random, depth - 1);
            return ($"{(kind == 1 ? "(?:" : "(")}{text})", empty);
        }

        return ($"(?:{Atoms[random.Next(Atoms.Length)]})", false);
    }
}
