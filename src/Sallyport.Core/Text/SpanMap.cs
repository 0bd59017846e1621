namespace Sallyport.Core.Text;

/// <summary>Maps offsets of a text that was taken out of another (unescaped, joined, decoded) back to that other text.</summary>
/// <remarks>Segments are kept in order; an offset inside a segment of equal length maps exactly, otherwise to the whole segment.</remarks>
public sealed class SpanMap
{
    private readonly Segment[] _segments;

    /// <summary>Makes a map onto <paramref name="outer"/>.</summary>
    /// <param name="outer">The text that the segments' outer spans lie in.</param>
    /// <param name="segments">Pairs of inner and outer spans, ordered by inner start, without gaps.</param>
    public SpanMap(ReadOnlyMemory<byte> outer, IEnumerable<Segment> segments)
    {
        Outer = outer;
        _segments = [.. segments];
    }

    /// <summary>The text mapped onto.</summary>
    public ReadOnlyMemory<byte> Outer { get; }

    /// <summary>The smallest outer range that holds all of <paramref name="inner"/>.</summary>
    public TextSpan ToOuter(TextSpan inner)
    {
        var first = Find(inner.Start);
        var last = Find(Math.Max(inner.Start, inner.End - 1));
        var start = first.Exact ? first.Outer.Start + (inner.Start - first.Inner.Start) : first.Outer.Start;
        var end = last.Exact ? last.Outer.Start + (inner.End - last.Inner.Start) : last.Outer.End;
        return TextSpan.Between(start, Math.Max(start, end));
    }

    private Segment Find(int offset)
    {
        int low = 0, high = _segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (_segments[middle].Inner.Start <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _segments[low];
    }

    /// <summary>A piece of the inner text and where it came from.</summary>
    /// <param name="Inner">Range in the inner text.</param>
    /// <param name="Outer">Range in the outer text.</param>
    public readonly record struct Segment(TextSpan Inner, TextSpan Outer)
    {
        internal bool Exact => Inner.Length == Outer.Length;
    }
}
