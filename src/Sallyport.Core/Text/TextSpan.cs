namespace Sallyport.Core.Text;

/// <summary>A half-open range of bytes.</summary>
/// <param name="Start">Offset of the first byte.</param>
/// <param name="Length">Number of bytes.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset behind the last byte.</summary>
    public int End => Start + Length;

    /// <summary>The range between two offsets.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>Whether the ranges share a byte.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Whether <paramref name="other"/> lies inside.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;
}
