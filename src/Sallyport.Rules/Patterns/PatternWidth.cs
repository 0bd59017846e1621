using static Sallyport.Rules.Patterns.PatternNode;

namespace Sallyport.Rules.Patterns;

/// <summary>How many bytes a pattern can match: at least <paramref name="Min"/>, at most <paramref name="Max"/> (null without bound).</summary>
internal readonly record struct PatternWidth(int Min, int? Max)
{
    public static PatternWidth Of(PatternNode node) => node switch
    {
        Set => new(1, 1),
        Capture capture => Of(capture.Item),
        Sequence sequence => sequence.Items.Select(Of).Aggregate(new PatternWidth(0, 0), (x, y) => x + y),
        Choice choice => choice.Options.Select(Of).Aggregate((x, y) => new(Math.Min(x.Min, y.Min), x.Max is { } a && y.Max is { } b ? Math.Max(a, b) : null)),
        Repeat repeat => Of(repeat),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    public static PatternWidth operator +(PatternWidth x, PatternWidth y) => new(x.Min + y.Min, x.Max + y.Max);

    private static PatternWidth Of(Repeat repeat)
    {
        var item = Of(repeat.Item);
        return new(item.Min * repeat.Min, item.Max * repeat.Max);
    }
}
