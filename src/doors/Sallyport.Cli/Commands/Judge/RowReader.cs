namespace Sallyport.Cli.Commands.Judge;

/// <summary>Reads lines of bytes from a stream in bounded memory.</summary>
internal sealed class RowReader(Stream input)
{
    /// <summary>The longest line that is read; a longer one is given empty and with <see cref="TooLong"/>.</summary>
    public const int Limit = 64 << 20;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private int _lastRead;
    private bool _ended;

    /// <summary>1-based number of the line given last.</summary>
    public int Line { get; private set; }

    /// <summary>Whether the line given last was longer than <see cref="Limit"/>.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Gives the next line that is not blank; false at the end. The memory is valid until the next call.</summary>
    public bool Next(out ReadOnlyMemory<byte> row)
    {
        while (NextLine(out row))
        {
            Line++;
            if (Line == 1 && row.Span.StartsWith("\uFEFF"u8))
            {
                row = row[3..];
            }

            if (TooLong || !row.Span.Trim(" \t\r"u8).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private bool NextLine(out ReadOnlyMemory<byte> row)
    {
        TooLong = false;
        var searched = _start;
        while (true)
        {
            var feed = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                row = TooLong ? default : _buffer.AsMemory(_start, searched + feed - _start);
                _start = searched + feed + 1;
                return true;
            }

            if (_ended)
            {
                row = TooLong ? default : _buffer.AsMemory(_start, _end - _start);
                var any = TooLong || _end > _start;
                _start = _end;
                return any;
            }

            if (_end - _start > Limit)
            {
                TooLong = true;
            }

            if (TooLong)
            {
                _start = _end;
            }

            Fill();
            searched = TooLong ? _start : Math.Max(_start, _end - _lastRead);
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        _lastRead = input.Read(_buffer, _end, _buffer.Length - _end);
        _end += _lastRead;
        _ended = _lastRead == 0;
    }
}
