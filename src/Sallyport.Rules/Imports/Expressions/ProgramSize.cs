using static Sallyport.Rules.Imports.Expressions.ExpressionNode;

namespace Sallyport.Rules.Imports.Expressions;

/// <summary>How many instructions a tree becomes, without making them.</summary>
internal static class ProgramSize
{
    private const long Huge = int.MaxValue;

    public static void Check(ExpressionNode root)
    {
        if (Of(root) >= ProgramBuilder.Limit)
        {
            throw new ExpressionException($"its counted repeats multiply to more than {ProgramBuilder.Limit} steps");
        }
    }

    private static long Of(ExpressionNode node) => node switch
    {
        Group group => 2 + Of(group.Item),
        Sequence sequence => Sum(sequence.Items),
        Choice choice => choice.Options.Count + Sum(choice.Options),
        Repeat repeat => Math.Min(Huge, (1 + Of(repeat.Item)) * Math.Max(1, repeat.Max ?? repeat.Min)),
        _ => 1,
    };

    private static long Sum(IReadOnlyList<ExpressionNode> nodes)
    {
        var sum = 0L;
        for (var i = 0; i < nodes.Count; i++)
        {
            sum = Math.Min(Huge, sum + Of(nodes[i]));
        }

        return sum;
    }
}
