using System.Text;

namespace Sallyport.Synthesis.Csv;

/// <summary>Writes rows in a dialect.</summary>
internal sealed class CsvWriter : IDisposable
{
    private readonly Dialect _dialect;
    private readonly StreamWriter _writer;
    private readonly string _special;
    private bool _pendingNewLine;

    public CsvWriter(Stream stream, Dialect dialect)
    {
        _dialect = dialect;
        _special = $"{dialect.Delimiter}{dialect.Quote}\r\n";

        // Latin-1 stands for every eight-bit encoding; what it cannot say is never generated.
        _writer = new StreamWriter(stream, WithBom(dialect), 1 << 16, leaveOpen: true);
    }

    /// <summary>Writes one row.</summary>
    public void Write(ReadOnlySpan<string> cells)
    {
        if (_pendingNewLine)
        {
            _writer.Write(_dialect.NewLine);
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                _writer.Write(_dialect.Delimiter);
            }

            Cell(cells[i], alone: cells.Length == 1);
        }

        _pendingNewLine = true;
    }

    /// <summary>Writes the last line end and what is buffered.</summary>
    public void Dispose()
    {
        if (_pendingNewLine && _dialect.FinalNewLine)
        {
            _writer.Write(_dialect.NewLine);
        }

        _writer.Dispose();
    }

    private static Encoding WithBom(Dialect dialect) => dialect.Encoding is UTF8Encoding ? new UTF8Encoding(dialect.Bom) : dialect.Encoding;

    // A row of one empty cell would read as an empty line.
    private void Cell(string cell, bool alone)
    {
        if (!_dialect.QuoteAll && !(alone && cell.Length == 0) && cell.AsSpan().IndexOfAny(_special) < 0)
        {
            _writer.Write(cell);
            return;
        }

        var quote = _dialect.Quote.ToString();
        _writer.Write(quote);
        _writer.Write(cell.Replace(quote, quote + quote, StringComparison.Ordinal));
        _writer.Write(quote);
    }
}
