using static Sallyport.Rules.Imports.Expressions.ExpressionNode;

namespace Sallyport.Rules.Imports.Expressions;

/// <summary>How many bytes an expression can match: at least <paramref name="Min"/>, at most <paramref name="Max"/> (null without bound).</summary>
internal readonly record struct ExpressionWidth(long Min, long? Max)
{
    // Keeps products of nested repeats from overflowing; nothing is that long.
    private const long Huge = int.MaxValue;

    public static ExpressionWidth operator +(ExpressionWidth x, ExpressionWidth y) => new(Math.Min(Huge, x.Min + y.Min), x.Max + y.Max);

    public static ExpressionWidth Of(ExpressionNode node) => node switch
    {
        Set => new(1, 1),
        Assert => new(0, 0),
        Group group => Of(group.Item),
        Sequence sequence => Sum(sequence.Items),
        Choice choice => Hull(choice.Options),
        Repeat repeat => Of(repeat),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static ExpressionWidth Sum(IReadOnlyList<ExpressionNode> items)
    {
        var sum = new ExpressionWidth(0, 0);
        foreach (var item in items)
        {
            sum += Of(item);
        }

        return sum;
    }

    private static ExpressionWidth Hull(IReadOnlyList<ExpressionNode> options)
    {
        var hull = Of(options[0]);
        for (var i = 1; i < options.Count; i++)
        {
            var option = Of(options[i]);
            hull = new(Math.Min(hull.Min, option.Min), hull.Max is { } a && option.Max is { } b ? Math.Max(a, b) : null);
        }

        return hull;
    }

    private static ExpressionWidth Of(Repeat repeat)
    {
        var item = Of(repeat.Item);
        var most = item.Max == 0 ? 0 : item.Max * repeat.Max;
        return new(Math.Min(Huge, item.Min * repeat.Min), most > Huge ? null : most);
    }
}
