namespace Sallyport.Synthesis;

/// <summary>What is asked of a synthesis.</summary>
public sealed record SynthesisOptions
{
    /// <summary>Rows of every table; null for as many as it has.</summary>
    public int? Rows { get; init; }

    /// <summary>The same seed gives the same bytes.</summary>
    public ulong Seed { get; init; }

    /// <summary>How many rows must share a value for it to be nobody's own.</summary>
    public int Common { get; init; } = 5;
}
