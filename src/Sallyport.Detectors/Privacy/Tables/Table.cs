using Sallyport.Core.Text;

namespace Sallyport.Detectors.Privacy.Tables;

/// <summary>Finds the columns of a delimited text that hold personal data, by what they are called and what is in them.</summary>
internal static class Table
{
    private const int MostColumns = 512;
    private static ReadOnlySpan<byte> Delimiters => ",;\t|"u8;

    /// <summary>Adds the columns of a table whose first line begins at <paramref name="start"/>; false when there is no table there.</summary>
    public static bool Read(ReadOnlySpan<byte> text, int start, List<Column> found)
    {
        start += text[start..].StartsWith("\uFEFF"u8) ? 3 : 0;
        var feed = text[start..].IndexOf((byte)'\n');
        if (feed < 0)
        {
            return false;
        }

        var header = text.Slice(start, feed);
        var delimiter = Delimiter(header);
        var columns = Header(text, start, feed, delimiter);
        if (columns is null)
        {
            return false;
        }

        for (var cells = new Cells(text, delimiter, start + feed + 1); cells.MoveNext();)
        {
            if (cells.Column < columns.Length && columns[cells.Column] is { } column)
            {
                column.Add(text, cells.Span);
            }
        }

        foreach (var column in columns)
        {
            if (column is { Holds: true })
            {
                found.Add(column);
            }
        }

        return true;
    }

    /// <summary>Where the lines of a table end that begins at <paramref name="start"/>: with the first line that has fewer cells than the header; 0 when its header names nothing personal.</summary>
    public static int End(ReadOnlySpan<byte> text, int start)
    {
        var feed = text[start..].IndexOf((byte)'\n');
        if (feed <= 0)
        {
            return 0;
        }

        var delimiter = Delimiter(text.Slice(start, feed));
        var width = text.Slice(start, feed).Count(delimiter);
        var at = start + feed + 1;
        var second = text[at..].IndexOf((byte)'\n');
        if (width == 0 || (second < 0 ? text[at..] : text.Slice(at, second)).Count(delimiter) < width || Header(text, start, feed, delimiter) is null)
        {
            return 0;
        }

        while (at < text.Length)
        {
            var next = text[at..].IndexOf((byte)'\n');
            var line = next < 0 ? text[at..] : text.Slice(at, next);
            if (line.Count(delimiter) < width)
            {
                break;
            }

            at = next < 0 ? text.Length : at + next + 1;
        }

        return at;
    }

    private static byte Delimiter(ReadOnlySpan<byte> header)
    {
        var (best, most) = ((byte)',', 0);
        foreach (var delimiter in Delimiters)
        {
            var count = header.Count(delimiter);
            (best, most) = count > most ? (delimiter, count) : (best, most);
        }

        return best;
    }

    // A header has names only: no cell of it is a number, and one at least is known.
    private static Column?[]? Header(ReadOnlySpan<byte> text, int start, int length, byte delimiter)
    {
        var columns = new List<Column?>();
        var any = false;
        for (var cells = new Cells(text[..(start + length)], delimiter, start); cells.MoveNext() && columns.Count < MostColumns;)
        {
            var span = cells.Span;
            var name = text.Slice(span.Start, span.Length).Trim(" \""u8);
            if (name.Length > 0 && char.IsAsciiDigit((char)name[0]) && name.IndexOfAnyExceptInRange((byte)'-', (byte)'9') < 0 || name.Contains((byte)'@'))
            {
                return null;
            }

            var kind = ColumnNames.Find(name);
            any |= kind is not null;
            columns.Add(kind is null ? null : new Column(kind, span));
        }

        return any ? [.. columns] : null;
    }
}
