namespace Sallyport.Rules.Patterns;

/// <summary>The tree of a parsed expression.</summary>
internal abstract record PatternNode
{
    /// <summary>One byte out of a set.</summary>
    internal sealed record Set(ByteSet Bytes) : PatternNode;

    /// <summary>One after the other; empty matches nothing at all.</summary>
    internal sealed record Sequence(IReadOnlyList<PatternNode> Items) : PatternNode;

    /// <summary>Either of several.</summary>
    internal sealed record Choice(IReadOnlyList<PatternNode> Options) : PatternNode;

    /// <summary>Several times; <paramref name="Max"/> is null without an upper bound.</summary>
    internal sealed record Repeat(PatternNode Item, int Min, int? Max) : PatternNode;

    /// <summary>The capture group: the secret itself.</summary>
    internal sealed record Capture(PatternNode Item) : PatternNode;
}
