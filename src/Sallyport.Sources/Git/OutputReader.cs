using System.Text;

namespace Sallyport.Sources.Git;

/// <summary>Reads what a process writes: lines, fields ended by a NUL, and counted bytes, in any mixture.</summary>
internal sealed class OutputReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[256 << 10];
    private int _at;
    private int _end;

    /// <summary>The next byte, which stays unread; -1 at the end.</summary>
    public int Peek() => _at < _end || Fill() ? _buffer[_at] : -1;

    /// <summary>Reads up to <paramref name="end"/>, which is dropped. Null at the end of the output. What is longer than a buffer is cut, and only it.</summary>
    public byte[]? Read(byte end)
    {
        if (Peek() < 0)
        {
            return null;
        }

        var found = Find(end);
        var field = _buffer.AsSpan(_at, (found < 0 ? _end : found) - _at).ToArray();
        if (found >= 0)
        {
            _at = found + 1;
        }
        else
        {
            SkipPast(end);
        }

        return field;
    }

    /// <summary>Passes over everything up to and including <paramref name="end"/>, however long.</summary>
    public void SkipPast(byte end)
    {
        while (Peek() >= 0)
        {
            var found = _buffer.AsSpan(_at, _end - _at).IndexOf(end);
            _at = found < 0 ? _end : _at + found + 1;
            if (found >= 0)
            {
                return;
            }
        }
    }

    /// <summary>Fills <paramref name="target"/>; false when the output ends before.</summary>
    public bool ReadExactly(Span<byte> target)
    {
        var buffered = Math.Min(target.Length, _end - _at);
        _buffer.AsSpan(_at, buffered).CopyTo(target);
        _at += buffered;
        target = target[buffered..];
        return stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) == target.Length;
    }

    /// <summary>Passes over so many bytes.</summary>
    public void Skip(long count)
    {
        while (count > 0 && Peek() >= 0)
        {
            var part = (int)Math.Min(count, _end - _at);
            _at += part;
            count -= part;
        }
    }

    /// <summary>All that is left, as text.</summary>
    public string ReadToEnd()
    {
        var text = new StringBuilder();
        while (Peek() >= 0)
        {
            text.Append(Encoding.UTF8.GetString(_buffer, _at, _end - _at));
            _at = _end;
        }

        return text.ToString();
    }

    /// <summary>The output from here on as a stream.</summary>
    public Stream ToStream() => new Contents.PrefixedStream(_buffer.AsMemory(_at, _end - _at), stream);

    private int Find(byte end)
    {
        var from = _at;
        while (true)
        {
            var found = _buffer.AsSpan(from, _end - from).IndexOf(end);
            if (found >= 0)
            {
                return from + found;
            }

            var scanned = _end - _at;
            if (!Fill())
            {
                return -1;
            }

            from = _at + scanned;
        }
    }

    // Adds to what is buffered; false when nothing more comes or nothing more fits.
    private bool Fill()
    {
        if (_at > 0)
        {
            _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
            (_at, _end) = (0, _end - _at);
        }

        var read = _end == _buffer.Length ? 0 : stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
