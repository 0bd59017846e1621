namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary>A shell variable: the values it may hold after the branches before.</summary>
/// <param name="Possible">At least one value.</param>
/// <param name="Elements">The elements of an array; null for a plain variable.</param>
/// <param name="Exported">Whether programs see it.</param>
internal sealed record Variable(IReadOnlyList<Value> Possible, IReadOnlyList<Value>? Elements = null, bool Exported = false)
{
    private const int Most = 4;

    public static Variable Of(Value value, bool exported = false) => new([value], null, exported);

    /// <summary>What it is when either of two branches may have run.</summary>
    public static Variable Either(Variable a, Variable b)
    {
        if (ReferenceEquals(a, b))
        {
            return a;
        }

        var possible = new List<Value>(a.Possible);
        foreach (var value in b.Possible)
        {
            if (possible.Count < Most && !possible.Exists(p => ReferenceEquals(p, value) || (p.Text is { } text && text == value.Text)))
            {
                possible.Add(value);
            }
        }

        return new Variable(possible, a.Elements ?? b.Elements, a.Exported || b.Exported);
    }
}
