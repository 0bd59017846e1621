using static Sallyport.Rules.Patterns.PatternNode;

namespace Sallyport.Rules.Patterns;

/// <summary>Finds the literal that gives a pattern away: the literal with the rarest beginning which every match must hold near its start.</summary>
internal static class AnchorFinder
{
    private const int StringLimit = 96;
    private const int OffsetLimit = 300;

    /// <summary>The anchors, of which every match holds at least one; empty when there are none.</summary>
    public static IReadOnlyList<Anchor> Find(PatternNode pattern) => Best(pattern, new(0, 0))?.Anchors ?? [];

    private static Candidate? Best(PatternNode node, PatternWidth before) => node switch
    {
        Capture capture => Best(capture.Item, before),
        Choice choice => Strings(choice) is { } strings ? FromStrings(strings, before) : FromOptions(choice, before),
        Sequence sequence => FromSequence(sequence, before),
        Repeat { Min: > 0 } repeat => Best(repeat.Item, before),
        _ => null,
    };

    private static Candidate? FromOptions(Choice choice, PatternWidth before)
    {
        var anchors = new List<Anchor>();
        var score = int.MaxValue;
        foreach (var option in choice.Options)
        {
            if (Best(option, before) is not { } best)
            {
                return null;
            }

            anchors.AddRange(best.Anchors);
            score = Math.Min(score, best.Score);
        }

        return new([.. anchors.Distinct()], score);
    }

    private static Candidate? FromSequence(Sequence sequence, PatternWidth before)
    {
        Candidate? best = null;
        var run = new List<string> { "" };
        var runStart = before;
        var at = before;
        foreach (var item in Flatten(sequence))
        {
            var strings = Strings(item);
            if (strings is not null && run.Count * strings.Count <= StringLimit)
            {
                run = [.. run.SelectMany(_ => strings, (head, tail) => head + tail)];
            }
            else
            {
                Keep(FromStrings(run, runStart));
                Keep(Best(item, at));
                run = strings is null ? [""] : strings;
                runStart = strings is null ? at + PatternWidth.Of(item) : at;
            }

            at += PatternWidth.Of(item);
        }

        Keep(FromStrings(run, runStart));
        return best;

        void Keep(Candidate? candidate)
        {
            if (candidate is not null && (best is null || candidate.Score > best.Score))
            {
                best = candidate;
            }
        }
    }

    private static IEnumerable<PatternNode> Flatten(PatternNode node) => node switch
    {
        Sequence sequence => sequence.Items.SelectMany(Flatten),
        Capture capture => Flatten(capture.Item),
        Repeat { Max: not null } repeat when repeat.Min == repeat.Max && repeat.Min <= 4 => Enumerable.Repeat(repeat.Item, repeat.Min).SelectMany(Flatten),
        _ => [node],
    };

    private static Candidate? FromStrings(IReadOnlyList<string> strings, PatternWidth before)
    {
        if (before.Max is not { } max || max > OffsetLimit || strings.Any(s => s.Length < 3))
        {
            return null;
        }

        var anchors = new List<Anchor>();
        var score = int.MaxValue;
        foreach (var text in strings)
        {
            var (at, quality) = Enumerable.Range(0, text.Length - 2).Select(i => (i, LiteralRarity.Of(text, i))).MaxBy(x => x.Item2);
            var literal = text.Substring(at, Math.Min(8, text.Length - at));
            anchors.Add(new(Pack(literal), (byte)literal.Length, (ushort)(before.Min + at), (ushort)(max + at)));
            score = Math.Min(score, quality);
        }

        return new([.. anchors.Distinct()], score);
    }

    private static ulong Pack(string literal)
    {
        var text = 0UL;
        for (var i = 0; i < literal.Length; i++)
        {
            text |= (ulong)(byte)(literal[i] | 0x20) << (8 * i);
        }

        return text;
    }

    // Every string a node can match, in lower case; null when they are too many.
    private static List<string>? Strings(PatternNode node)
    {
        switch (node)
        {
            case Set set:
                var letters = set.Bytes.Values().Select(b => char.ToLowerInvariant((char)b)).Distinct().ToArray();
                return letters.Length <= 4 ? [.. letters.Select(c => c.ToString())] : null;
            case Capture capture:
                return Strings(capture.Item);
            case Choice choice:
                var options = choice.Options.Select(Strings).ToArray();
                return options.Any(o => o is null) || options.Sum(o => o!.Count) > StringLimit ? null : [.. options.SelectMany(o => o!).Distinct()];
            case Sequence sequence:
                var all = new List<string> { "" };
                foreach (var item in sequence.Items)
                {
                    if (Strings(item) is not { } tails || tails.Count * all.Count > StringLimit)
                    {
                        return null;
                    }

                    all = [.. all.SelectMany(_ => tails, (head, tail) => head + tail)];
                }

                return all;
            case Repeat { Min: 0, Max: 1 } optional:
                return Strings(optional.Item) is { } present ? ["", .. present] : null;
            default:
                return null;
        }
    }

    private sealed record Candidate(IReadOnlyList<Anchor> Anchors, int Score);
}
