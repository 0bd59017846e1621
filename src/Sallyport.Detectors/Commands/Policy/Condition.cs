namespace Sallyport.Detectors.Commands.Policy;

/// <summary>The <c>when:</c> of a rule: tags joined by <c>and</c>, <c>or</c>, <c>not</c> and parentheses.</summary>
internal abstract record Condition
{
    /// <summary>Whether it holds for an effect with these tags.</summary>
    public abstract bool Holds(HashSet<string> tags);

    /// <summary>Reads a condition; an empty one always holds.</summary>
    public static Condition Parse(string text)
    {
        var words = new Queue<string>(text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        if (words.Count == 0)
        {
            return new Always();
        }

        var condition = Either(words);
        return words.Count == 0 ? condition : throw new FormatException($"`{words.Peek()}` is too much in `{text}`");
    }

    private static Condition Either(Queue<string> words)
    {
        var left = Both(words);
        while (words.TryPeek(out var word) && word == "or")
        {
            words.Dequeue();
            left = new Any(left, Both(words));
        }

        return left;
    }

    private static Condition Both(Queue<string> words)
    {
        var left = One(words);
        while (words.TryPeek(out var word) && word == "and")
        {
            words.Dequeue();
            left = new All(left, One(words));
        }

        return left;
    }

    private static Condition One(Queue<string> words)
    {
        if (!words.TryDequeue(out var word) || word is "and" or "or" or ")")
        {
            throw new FormatException($"a tag is missing before `{word}`");
        }

        if (word == "not")
        {
            return new Not(One(words));
        }

        if (word != "(")
        {
            return new Has(word);
        }

        var inner = Either(words);
        return words.TryDequeue(out var close) && close == ")" ? inner : throw new FormatException("a parenthesis is not closed");
    }

    private sealed record Always : Condition
    {
        public override bool Holds(HashSet<string> tags) => true;
    }

    private sealed record Has(string Tag) : Condition
    {
        public override bool Holds(HashSet<string> tags) => tags.Contains(Tag);
    }

    private sealed record Not(Condition Inner) : Condition
    {
        public override bool Holds(HashSet<string> tags) => !Inner.Holds(tags);
    }

    private sealed record All(Condition Left, Condition Right) : Condition
    {
        public override bool Holds(HashSet<string> tags) => Left.Holds(tags) && Right.Holds(tags);
    }

    private sealed record Any(Condition Left, Condition Right) : Condition
    {
        public override bool Holds(HashSet<string> tags) => Left.Holds(tags) || Right.Holds(tags);
    }
}
