using Sallyport.Rules.Patterns;

namespace Sallyport.Rules.Imports.Expressions;

/// <summary>The tree of an imported expression, over bytes of UTF-8.</summary>
internal abstract record ExpressionNode
{
    /// <summary>Matches between any two bytes.</summary>
    public static ExpressionNode Empty { get; } = new Sequence([]);

    /// <summary>One byte out of a set.</summary>
    internal sealed record Set(ByteSet Bytes) : ExpressionNode;

    /// <summary>One after the other.</summary>
    internal sealed record Sequence(IReadOnlyList<ExpressionNode> Items) : ExpressionNode;

    /// <summary>The first that fits.</summary>
    internal sealed record Choice(IReadOnlyList<ExpressionNode> Options) : ExpressionNode;

    /// <summary>Several times; <paramref name="Max"/> is null without an upper bound.</summary>
    internal sealed record Repeat(ExpressionNode Item, int Min, int? Max, bool Lazy) : ExpressionNode;

    /// <summary>A capture group, counted from 1.</summary>
    internal sealed record Group(int Index, ExpressionNode Item) : ExpressionNode;

    /// <summary>Nothing but a condition.</summary>
    internal sealed record Assert(Assertion Assertion) : ExpressionNode;
}
