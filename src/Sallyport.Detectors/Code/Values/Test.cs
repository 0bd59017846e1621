namespace Sallyport.Detectors.Code.Values;

/// <summary>What a condition tells of values: which are safe, and for what, when it holds and when it does not.</summary>
internal sealed class Test(IReadOnlyList<Test.Fact> whenTrue, IReadOnlyList<Test.Fact> whenFalse)
{
    /// <summary>A value that is safe for some kinds.</summary>
    /// <param name="Identity">Which value.</param>
    /// <param name="Kinds">For what, as bits.</param>
    /// <param name="Roots">Where the text came from, when everything made from it is meant; null for this value alone.</param>
    internal readonly record struct Fact(int Identity, ulong Kinds, Taint? Roots = null);

    public IReadOnlyList<Fact> WhenTrue { get; } = whenTrue;

    public IReadOnlyList<Fact> WhenFalse { get; } = whenFalse;

    public Test Not => new(WhenFalse, WhenTrue);

    public static Test True(Fact fact) => new([fact], []);

    public static Test False(Fact fact) => new([], [fact]);

    /// <summary>Both hold.</summary>
    public static Test? And(Test? x, Test? y) => x is null && y is null ? null
        : new Test([.. x?.WhenTrue ?? [], .. y?.WhenTrue ?? []], Both(x?.WhenFalse, y?.WhenFalse));

    /// <summary>One of both holds.</summary>
    public static Test? Or(Test? x, Test? y) => x is null && y is null ? null
        : new Test(Both(x?.WhenTrue, y?.WhenTrue), [.. x?.WhenFalse ?? [], .. y?.WhenFalse ?? []]);

    // What either way tells alike.
    private static List<Fact> Both(IReadOnlyList<Fact>? x, IReadOnlyList<Fact>? y)
    {
        var both = new List<Fact>();
        foreach (var one in x ?? [])
        {
            foreach (var other in y ?? [])
            {
                if (one.Identity == other.Identity && (one.Kinds & other.Kinds) != 0)
                {
                    both.Add(one with { Kinds = one.Kinds & other.Kinds });
                }
            }
        }

        return both;
    }
}
