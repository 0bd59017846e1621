using static Sallyport.Rules.Imports.Expressions.ExpressionNode;

namespace Sallyport.Rules.Imports.Expressions;

/// <summary>Finds texts of which every match holds one: what makes it cheap to pass over a file that has none.</summary>
internal static class LiteralFinder
{
    private const int TextLimit = 64;
    private const int LengthLimit = 24;

    /// <summary>The best such texts; empty when there are none of useful length. A character of a text is a byte.</summary>
    public static IReadOnlyList<RequiredLiteral> Find(ExpressionNode root) => Best(root, new(0, 0))?.Literals ?? [];

    private static Candidate? Best(ExpressionNode node, ExpressionWidth before) => node switch
    {
        Group group => Best(group.Item, before),
        Choice choice => OfChoice(choice, before),
        Sequence or Set => OfSequence(node, before),
        Repeat { Min: > 0 } repeat => Best(repeat.Item, before),
        _ => null,
    };

    private static Candidate? OfChoice(Choice choice, ExpressionWidth before)
    {
        var literals = new List<RequiredLiteral>();
        var score = int.MaxValue;
        foreach (var option in choice.Options)
        {
            if (Best(option, before) is not { } best || literals.Count + best.Literals.Count > TextLimit)
            {
                return null;
            }

            literals.AddRange(best.Literals);
            score = Math.Min(score, best.Score);
        }

        return new([.. literals.Distinct()], score);
    }

    private static Candidate? OfSequence(ExpressionNode sequence, ExpressionWidth before)
    {
        Candidate? best = null;
        List<string> run = [""];
        var (runStart, at) = (before, before);
        foreach (var item in Flatten(sequence))
        {
            var texts = Texts(item);
            var width = ExpressionWidth.Of(item);
            if (texts is not null && run.Count * texts.Count <= TextLimit)
            {
                run = [.. run.SelectMany(_ => texts, (head, tail) => head + tail)];
            }
            else
            {
                Keep(OfRun(run, runStart));
                Keep(item is Set or Sequence ? null : Best(item, at));
                (run, runStart) = texts is null ? ([""], at + width) : (texts, at);
            }

            at += width;
        }

        Keep(OfRun(run, runStart));
        return best;

        void Keep(Candidate? candidate)
        {
            if (candidate is not null && (best is null || candidate.Score > best.Score))
            {
                best = candidate;
            }
        }
    }

    private static IEnumerable<ExpressionNode> Flatten(ExpressionNode node) => node switch
    {
        Sequence sequence => sequence.Items.SelectMany(Flatten),
        Group group => Flatten(group.Item),
        Repeat { Max: not null } repeat when repeat.Min == repeat.Max && repeat.Min <= 4 => Enumerable.Repeat(repeat.Item, repeat.Min).SelectMany(Flatten),
        _ => [node],
    };

    private static Candidate? OfRun(List<string> run, ExpressionWidth before)
    {
        if (before.Min > int.MaxValue / 2 || run.Exists(t => t.Length < RequiredLiteral.Shortest))
        {
            return null;
        }

        int? max = before.Max is { } bound and < int.MaxValue / 2 ? (int)bound : null;
        var literals = run.Distinct().Select(t => new RequiredLiteral(t.Length > LengthLimit ? t[..LengthLimit] : t, (int)before.Min, max)).ToArray();
        return new(literals, (run.Min(Score) * 4) + (max is null ? 0 : 1) - Math.Min(3, literals.Length / 8));
    }

    // Long texts, and texts with rare letters, digits and punctuation, stand in fewer places.
    private static int Score(string text)
    {
        var score = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 8)))
        {
            score += c switch
            {
                ' ' or 'e' or 't' or 'a' or 'o' or 'i' or 'n' or 's' or 'r' => 1,
                'l' or 'd' or 'c' or 'u' or 'm' or 'p' or 'h' or '-' or '_' or '.' or '/' or '=' or ':' or '"' => 2,
                _ => 4,
            };
        }

        return score;
    }

    // Every text a node can match, in lower case; null when they are too many.
    private static List<string>? Texts(ExpressionNode node)
    {
        switch (node)
        {
            case Assert:
                return [""];
            case Set set when set.Bytes.Count <= 8:
                var bytes = set.Bytes.Values().Select(b => char.IsAsciiLetterUpper((char)b) ? (char)(b | 32) : (char)b).Distinct().ToArray();
                return bytes.Length is > 0 and <= 4 ? [.. bytes.Select(c => c.ToString())] : null;
            case Group group:
                return Texts(group.Item);
            case Choice choice:
                var options = choice.Options.Select(Texts).ToArray();
                return options.Any(o => o is null) || options.Sum(o => o!.Count) > TextLimit ? null : [.. options.SelectMany(o => o!).Distinct()];
            case Sequence sequence:
                return OfAll(sequence.Items);
            case Repeat { Min: 0, Max: 1 } optional:
                return Texts(optional.Item) is { } present ? ["", .. present] : null;
            default:
                return null;
        }
    }

    private static List<string>? OfAll(IReadOnlyList<ExpressionNode> items)
    {
        List<string> all = [""];
        foreach (var item in items)
        {
            if (Texts(item) is not { } tails || tails.Count * all.Count > TextLimit)
            {
                return null;
            }

            all = [.. all.SelectMany(_ => tails, (head, tail) => head + tail)];
        }

        return all;
    }

    private sealed record Candidate(IReadOnlyList<RequiredLiteral> Literals, int Score);
}
