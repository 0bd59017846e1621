namespace Sallyport.Core.Text.Decoding;

/// <summary>Puts a decoded text together piece by piece and keeps where each came from.</summary>
internal sealed class DecodedBuilder(ReadOnlyMemory<byte> outer)
{
    private readonly List<SpanMap.Segment> _segments = [];
    private byte[] _bytes = new byte[128];
    private int _length;

    public int Length => _length;

    /// <summary>The last bytes so far, at most <paramref name="count"/>.</summary>
    public ReadOnlySpan<byte> Tail(int count) => _bytes.AsSpan(Math.Max(0, _length - count), Math.Min(count, _length));

    /// <summary>Takes over a range as it stands.</summary>
    public void Copy(int start, int end)
    {
        if (end > start)
        {
            Add(outer.Span[start..end], TextSpan.Between(start, end));
        }
    }

    /// <summary>Adds what <paramref name="source"/> reads as.</summary>
    public void Add(ReadOnlySpan<byte> decoded, TextSpan source)
    {
        while (_length + decoded.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        decoded.CopyTo(_bytes.AsSpan(_length));
        var inner = new TextSpan(_length, decoded.Length);
        if (_segments.Count > 0 && Continues(_segments[^1], inner, source))
        {
            var last = _segments[^1];
            _segments[^1] = new(TextSpan.Between(last.Inner.Start, inner.End), TextSpan.Between(last.Outer.Start, source.End));
        }
        else
        {
            _segments.Add(new(inner, source));
        }

        _length += decoded.Length;
    }

    public DecodedText Build(string how) => new(_bytes.AsMemory(0, _length), new SpanMap(outer, _segments), how);

    private static bool Continues(SpanMap.Segment last, TextSpan inner, TextSpan source) =>
        last.Inner.Length == last.Outer.Length && inner.Length == source.Length && last.Outer.End == source.Start;
}
