using Sallyport.Core;

namespace Sallyport.Synthesis.Csv;

/// <summary>Reads a table row by row into one buffer. Empty lines are no rows.</summary>
internal sealed class CsvReader(TextReader reader, char delimiter, char quote, string name)
{
    private const int LongestRow = 16 << 20;
    private readonly char[] _block = new char[1 << 15];
    private readonly List<int> _ends = [];
    private char[] _row = new char[4096];
    private int _length;
    private int _at;
    private int _filled;
    private bool _ended;

    /// <summary>The line the row began on, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>How many cells the row has.</summary>
    public int Count => _ends.Count;

    /// <summary>Whether a line end stood behind the last row.</summary>
    public bool EndedWithNewLine { get; private set; }

    private long Lines { get; set; } = 1;

    /// <summary>A cell of the row, without its quotes; valid until the next row.</summary>
    public ReadOnlySpan<char> this[int cell]
    {
        get
        {
            var start = cell == 0 ? 0 : _ends[cell - 1];
            return _row.AsSpan(start, _ends[cell] - start);
        }
    }

    /// <summary>The cells as strings.</summary>
    public string[] Cells()
    {
        var cells = new string[Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new string(this[i]);
        }

        return cells;
    }

    /// <summary>Reads the next row; false at the end. Throws <see cref="UserException"/> for a quote that never closes.</summary>
    public bool Read()
    {
        while (true)
        {
            if (Peek() < 0)
            {
                return false;
            }

            Line = Lines;
            if (Row())
            {
                return true;
            }
        }
    }

    private bool Row()
    {
        (_length, var any) = (0, false);
        _ends.Clear();
        while (true)
        {
            any |= Cell();
            _ends.Add(_length);
            var next = Peek();
            if (next == delimiter)
            {
                _at++;
                any = true;
                continue;
            }

            EndedWithNewLine = next >= 0;
            LineEnd();
            return any;
        }
    }

    // Whether there was anything to read, if only a pair of quotes.
    private bool Cell()
    {
        if (Peek() == quote)
        {
            _at++;
            Quoted();
            Plain();
            return true;
        }

        var before = _length;
        Plain();
        return _length > before;
    }

    private void Plain()
    {
        for (int c; (c = Peek()) >= 0 && c != delimiter && c != '\n' && c != '\r'; _at++)
        {
            Append((char)c);
        }
    }

    private void Quoted()
    {
        var opened = Lines;
        while (true)
        {
            var c = Peek();
            if (c < 0)
            {
                throw new UserException($"{name}:{opened}: a quoted cell never ends", $"close it with {quote}, or double a {quote} that belongs to the text");
            }

            _at++;
            if (c == quote)
            {
                if (Peek() != quote)
                {
                    return;
                }

                _at++;
            }

            Lines += c == '\n' ? 1 : 0;
            Append((char)c);
        }
    }

    private void LineEnd()
    {
        if (Peek() == '\r')
        {
            _at++;
            Lines++;
            if (Peek() == '\n')
            {
                _at++;
            }
        }
        else if (Peek() == '\n')
        {
            _at++;
            Lines++;
        }
    }

    private void Append(char c)
    {
        if (_length == _row.Length)
        {
            if (_length >= LongestRow)
            {
                throw new UserException($"{name}:{Line}: a row is longer than {LongestRow >> 20} Mi characters", "is this a table?");
            }

            Array.Resize(ref _row, _row.Length * 2);
        }

        _row[_length++] = c;
    }

    private int Peek()
    {
        if (_at < _filled)
        {
            return _block[_at];
        }

        if (_ended)
        {
            return -1;
        }

        _at = 0;
        _filled = reader.Read(_block, 0, _block.Length);
        _ended = _filled == 0;
        return _ended ? -1 : _block[0];
    }
}
