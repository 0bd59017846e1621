namespace Sallyport.Synthesis.Kinds;

/// <summary>The shapes that a column's values have: <c>P-00123</c> is a letter, a dash and five digits.</summary>
internal sealed class ShapeSet
{
    private const int Most = 64;
    private const int Longest = 64;
    private Dictionary<string, Shape>? _shapes = new(StringComparer.Ordinal);
    private long _cells;
    private long _withDigit;

    /// <summary>Whether the values are codes: few shapes, most of them with digits, and no words in them.</summary>
    public bool AreCodes(int common) => _shapes is { Count: > 0 and <= 16 } && _withDigit * 10 >= _cells * 9 && _shapes.Values.Sum(s => s.HasWords(common) ? s.Count : 0) * 10L < _cells;

    /// <summary>The shapes, the most frequent first.</summary>
    public IReadOnlyList<Shape> Ordered() => [.. _shapes!.Values.OrderByDescending(s => s.Count).ThenBy(s => s.Text, StringComparer.Ordinal)];

    public void Add(ReadOnlySpan<char> cell)
    {
        if (_shapes is null)
        {
            return;
        }

        if (cell.Length > Longest)
        {
            _shapes = null;
            return;
        }

        _cells++;
        _withDigit += cell.ContainsAnyInRange('0', '9') ? 1 : 0;
        Span<char> text = stackalloc char[cell.Length];
        Shape.Of(cell, text);
        var lookup = _shapes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var shape))
        {
            if (_shapes.Count == Most)
            {
                _shapes = null;
                return;
            }

            shape = new Shape(new string(text));
            _shapes.Add(shape.Text, shape);
        }

        shape.Add(cell);
    }
}
