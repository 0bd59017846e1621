using System.Text;
using static Sallyport.Rules.Patterns.PatternNode;

namespace Sallyport.Rules.Patterns;

/// <summary>Draws texts that a pattern matches, for the examples on rule pages.</summary>
public sealed class PatternSampler
{
    private const int ExtraRepeats = 8;
    private readonly PatternNode _pattern;

    /// <summary>Draws from <paramref name="expression"/>.</summary>
    public PatternSampler(string expression) => _pattern = PatternParser.Parse(expression);

    /// <summary>A text that matches.</summary>
    public string Draw(Random random) => Draw(random, static (_, node) => node, null);

    /// <summary>A text that is one character too short in its last part of fixed or least length.</summary>
    public string DrawShort(Random random)
    {
        var last = LastCounted(_pattern);
        return last is null
            ? throw new PatternException("no repeated part that could be one too short")
            : Draw(random, static (short_, node) => ReferenceEquals(node, short_) ? ((Repeat)node) with { Min = ((Repeat)node).Min - 1, Max = ((Repeat)node).Min - 1 } : node, last);
    }

    /// <summary>The literal beginning, and <c>x</c> wherever a choice is.</summary>
    public string DrawPlaceholder()
    {
        var text = new StringBuilder();
        Append(text, _pattern, null, static (_, node) => node, null);
        return text.ToString();
    }

    private string Draw(Random random, Func<PatternNode?, PatternNode, PatternNode> change, PatternNode? argument)
    {
        var text = new StringBuilder();
        Append(text, _pattern, random, change, argument);
        return text.ToString();
    }

    private static void Append(StringBuilder text, PatternNode node, Random? random, Func<PatternNode?, PatternNode, PatternNode> change, PatternNode? argument)
    {
        node = change(argument, node);
        switch (node)
        {
            case Set set:
                text.Append(Pick(set.Bytes, random));
                break;
            case Capture capture:
                Append(text, capture.Item, random, change, argument);
                break;
            case Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    Append(text, item, random, change, argument);
                }

                break;
            case Choice choice:
                Append(text, choice.Options[random?.Next(choice.Options.Count) ?? 0], random, change, argument);
                break;
            case Repeat repeat:
                var most = Math.Min(repeat.Max ?? int.MaxValue, repeat.Min + ExtraRepeats);
                var count = random?.Next(repeat.Min, most + 1) ?? repeat.Min;
                for (var i = 0; i < count; i++)
                {
                    Append(text, repeat.Item, random, change, argument);
                }

                break;
        }
    }

    // Printable values only; letters and digits before punctuation where a set is wide.
    private static char Pick(ByteSet set, Random? random)
    {
        var values = set.Values().Where(b => b is > 32 and < 127).ToArray();
        var plain = values.Where(b => char.IsAsciiLetterOrDigit((char)b)).ToArray();
        var pool = plain.Length >= 10 && (set.Count > 90 || random?.Next(8) != 0) ? plain : values.Length > 0 ? values : [.. set.Values()];
        return random is null
            ? (char)(pool.Length == 1 ? pool[0] : pool.Contains((byte)'x') ? (byte)'x' : pool.Contains((byte)'X') ? (byte)'X' : pool[0])
            : (char)pool[random.Next(pool.Length)];
    }

    private static PatternNode? LastCounted(PatternNode node) => node switch
    {
        Repeat { Min: > 1 } repeat => repeat,
        Capture capture => LastCounted(capture.Item),
        Sequence sequence => sequence.Items.Reverse().Select(LastCounted).FirstOrDefault(n => n is not null),
        Choice choice => choice.Options.Select(LastCounted).FirstOrDefault(n => n is not null),
        _ => null,
    };
}
