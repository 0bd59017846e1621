namespace Sallyport.Core.Text;

/// <summary>Maps offsets of a text that was taken out of another (unescaped, joined, decoded) back to that other text.</summary>
public sealed class SpanMap
{
    private readonly Segment[] _segments;

    /// <summary>Makes a map onto <paramref name="outer"/>.</summary>
    /// <param name="outer">The text that the segments' outer spans lie in.</param>
    /// <param name="segments">Pairs of inner and outer spans, ordered by inner start, without gaps; at least one.</param>
    public SpanMap(ReadOnlyMemory<byte> outer, IEnumerable<Segment> segments)
    {
        Outer = outer;
        _segments = [.. segments];
    }

    /// <summary>The text mapped onto.</summary>
    public ReadOnlyMemory<byte> Outer { get; }

    /// <summary>The smallest outer range known to hold all of <paramref name="inner"/>.</summary>
    public TextSpan ToOuter(TextSpan inner)
    {
        var start = Find(inner.Start).StartOf(inner.Start);
        var end = Find(Math.Max(inner.Start, inner.End - 1)).EndOf(inner.End);
        return TextSpan.Between(start, Math.Max(start, end));
    }

    /// <summary>Writes another value in place of one that was put together of pieces; what the pieces have in common stays as it stood, what lies between them stays.</summary>
    internal TextSpan Write(ReadOnlySpan<byte> inner, TextSpan span, ReadOnlySpan<byte> replacement, out byte[] written)
    {
        var place = ToOuter(span);
        if (replacement.Length != span.Length)
        {
            written = replacement.ToArray();
            return place;
        }

        var outer = Outer.Span;
        var text = new List<byte>(place.Length);
        var at = place.Start;
        foreach (var segment in _segments)
        {
            if (!segment.Inner.Overlaps(span))
            {
                continue;
            }

            var (from, to) = (Math.Max(segment.Inner.Start, span.Start), Math.Min(segment.Inner.End, span.End));
            var (start, end) = (segment.StartOf(from), segment.EndOf(to));
            text.AddRange(outer[at..Math.Max(at, start)]);
            var piece = replacement[(from - span.Start)..(to - span.Start)];
            text.AddRange(!segment.IsExact && piece.SequenceEqual(inner[from..to]) ? outer[start..end] : piece);
            at = Math.Max(at, end);
        }

        written = [.. text];
        return place;
    }

    private Segment Find(int offset)
    {
        int low = 0, high = _segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            (low, high) = _segments[middle].Inner.Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return _segments[low];
    }

    /// <summary>A piece of the inner text and where it came from.</summary>
    /// <param name="Inner">Range in the inner text.</param>
    /// <param name="Outer">Range in the outer text.</param>
    /// <param name="Scaled">Whether offsets inside grow evenly (base64, hexadecimal); pieces of equal length always map exactly, others as a whole.</param>
    public readonly record struct Segment(TextSpan Inner, TextSpan Outer, bool Scaled = false)
    {
        internal bool IsExact => Inner.Length == Outer.Length;

        internal int StartOf(int offset) =>
            IsExact ? Outer.Start + (offset - Inner.Start)
            : Scaled ? Outer.Start + (int)((long)(offset - Inner.Start) * Outer.Length / Inner.Length)
            : Outer.Start;

        internal int EndOf(int offset) =>
            IsExact ? Outer.Start + (offset - Inner.Start)
            : Scaled ? Outer.Start + (int)((((long)(offset - Inner.Start) * Outer.Length) + Inner.Length - 1) / Inner.Length)
            : Outer.End;
    }
}
