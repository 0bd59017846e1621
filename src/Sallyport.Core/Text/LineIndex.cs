namespace Sallyport.Core.Text;

/// <summary>Turns byte offsets of a UTF-8 text into lines and columns, and back into lines of text.</summary>
/// <remarks>For one thread at a time.</remarks>
public sealed class LineIndex
{
    private const int Stride = 16 << 10;
    private readonly ReadOnlyMemory<byte> _text;
    private readonly List<int> _starts = [0];

    // Columns counted on the way through one long line, a stride apart: a line can be as long as the text.
    private readonly List<(int Offset, int Units)> _counted = [];
    private int _countedLine = -1;

    /// <summary>Indexes the lines of <paramref name="text"/>; a line ends with LF, CRLF or the end.</summary>
    public LineIndex(ReadOnlyMemory<byte> text)
    {
        _text = text;
        var span = text.Span;
        var at = 0;
        int next;
        while ((next = span[at..].IndexOf((byte)'\n')) >= 0)
        {
            at += next + 1;
            _starts.Add(at);
        }
    }

    /// <summary>How many lines there are; a final line feed does not open another.</summary>
    public int Count => _starts.Count > 1 && _starts[^1] == _text.Length ? _starts.Count - 1 : _starts.Count;

    /// <summary>The 1-based line and column (in UTF-16 units, as SARIF and editors count) of a byte offset.</summary>
    public Position At(int offset)
    {
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        var (from, units) = offset - _starts[line] <= Stride ? (_starts[line], 0) : Counted(line, offset);
        return new Position(line + 1, units + Units(from, offset) + 1);
    }

    /// <summary>The bytes of a 1-based line, without its end.</summary>
    public TextSpan Line(int line)
    {
        var start = _starts[line - 1];
        var end = line < _starts.Count ? _starts[line] - 1 : _text.Length;
        if (end > start && _text.Span[end - 1] == '\r')
        {
            end--;
        }

        return TextSpan.Between(start, end);
    }

    private (int Offset, int Units) Counted(int line, int offset)
    {
        if (_countedLine != line)
        {
            _countedLine = line;
            _counted.Clear();
            _counted.Add((_starts[line], 0));
        }

        while (offset - _counted[^1].Offset > Stride)
        {
            var (from, units) = _counted[^1];
            var to = from + Stride;
            for (var i = 0; i < 3 && (_text.Span[to] & 0xC0) == 0x80; i++)
            {
                to--; // Not within a character.
            }

            _counted.Add((to, units + Units(from, to)));
        }

        var at = Math.Min(_counted.Count - 1, (offset - _starts[line]) / (Stride - 3));
        while (_counted[at].Offset > offset)
        {
            at--;
        }

        return _counted[at];
    }

    private int Units(int from, int to) => System.Text.Encoding.UTF8.GetCharCount(_text.Span[from..to]);
}
