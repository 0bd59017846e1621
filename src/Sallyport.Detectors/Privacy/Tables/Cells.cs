using Sallyport.Core.Text;

namespace Sallyport.Detectors.Privacy.Tables;

/// <summary>Goes through the cells of delimited text (RFC 4180, with any delimiter).</summary>
internal ref struct Cells(ReadOnlySpan<byte> text, byte delimiter, int start)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at = start;
    private bool _ends;

    /// <summary>Column of the present cell, from 0.</summary>
    public int Column { get; private set; } = -1;

    /// <summary>Row of the present cell, from 0.</summary>
    public int Row { get; private set; }

    /// <summary>Where the present cell stands, its quotation marks left out.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>Goes to the next cell.</summary>
    public bool MoveNext()
    {
        if (_at >= _text.Length)
        {
            return false;
        }

        (Row, Column) = _ends ? (Row + 1, 0) : (Row, Column + 1);
        _ends = false;
        var start = _at;
        if (_text[_at] == '"' && Quoted(out var close))
        {
            Span = TextSpan.Between(start + 1, close);
            _at = close + 1;
        }
        else
        {
            var length = _text[_at..].IndexOfAny(delimiter, (byte)'\n');
            _at = length < 0 ? _text.Length : _at + length;
            Span = TextSpan.Between(start, _at > start && _text[_at - 1] == '\r' ? _at - 1 : _at);
        }

        while (_at < _text.Length && _text[_at] != delimiter && _text[_at] != '\n')
        {
            _at++;
        }

        _ends = _at < _text.Length && _text[_at] == '\n';
        _at++;
        return true;
    }

    // A doubled quotation mark is one of the text; a quoted cell that never ends is none.
    private readonly bool Quoted(out int close)
    {
        for (close = _at + 1; close < _text.Length; close++)
        {
            if (_text[close] == '"')
            {
                if (close + 1 < _text.Length && _text[close + 1] == '"')
                {
                    close++;
                }
                else
                {
                    return true;
                }
            }
        }

        return false;
    }
}
