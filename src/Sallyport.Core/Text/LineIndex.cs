namespace Sallyport.Core.Text;

/// <summary>Turns byte offsets of a UTF-8 text into lines and columns, and back into lines of text.</summary>
/// <remarks>For one thread at a time.</remarks>
public sealed class LineIndex
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly List<int> _starts = [0];

    // Where the last column was counted: questions come in order, and a line can be as long as the text.
    private int _countedTo;
    private int _countedUnits;

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
        if (_countedTo < _starts[line] || _countedTo > offset || InCharacter(_countedTo))
        {
            (_countedTo, _countedUnits) = (_starts[line], 0);
        }

        _countedUnits += System.Text.Encoding.UTF8.GetCharCount(_text.Span[_countedTo..offset]);
        _countedTo = offset;
        return new Position(line + 1, _countedUnits + 1);
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

    private bool InCharacter(int offset) => offset < _text.Length && (_text.Span[offset] & 0xC0) == 0x80;
}
