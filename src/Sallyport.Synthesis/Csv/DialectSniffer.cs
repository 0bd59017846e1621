using System.Text;
using Sallyport.Core;

namespace Sallyport.Synthesis.Csv;

/// <summary>Finds out how a table is written down from its first bytes.</summary>
internal static class DialectSniffer
{
    private const string Delimiters = ",;\t|";

    /// <summary>How many bytes are looked at.</summary>
    public const int Look = 1 << 18;

    /// <summary>Reads the dialect off the beginning of a file; throws <see cref="UserException"/> for what is no table.</summary>
    /// <param name="start">The first bytes.</param>
    /// <param name="whole">Whether they are the whole file.</param>
    /// <param name="name">The file, for messages.</param>
    public static Dialect Of(ReadOnlySpan<byte> start, bool whole, string name)
    {
        var (encoding, bom) = EncodingOf(start);
        var text = encoding.GetString(start[(bom ? encoding.Preamble.Length : 0)..]);
        if (text.AsSpan().Trim().IsEmpty)
        {
            throw new UserException($"`{name}` is empty", "give a table with a header and at least one row");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new UserException($"`{name}` is no text", "give a table as CSV or TSV; export a workbook first");
        }

        var cut = whole ? text : text[..Math.Max(text.LastIndexOf('\n') + 1, Math.Min(text.Length, 4096))];
        var (delimiter, quote) = Best(cut);
        var newLine = NewLine(cut);
        var rows = SampleRows(cut, delimiter, quote);
        return new Dialect(delimiter, quote, QuoteAll(cut, delimiter, quote, newLine), newLine, encoding, bom, HeaderRow.Is(rows), true);
    }

    private static (Encoding Encoding, bool Bom) EncodingOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("\uFEFF"u8))
        {
            return (new UTF8Encoding(true), true);
        }

        if (start.StartsWith<byte>([0xFF, 0xFE]))
        {
            return (new UnicodeEncoding(false, true), true);
        }

        if (start.StartsWith<byte>([0xFE, 0xFF]))
        {
            return (new UnicodeEncoding(true, true), true);
        }

        // The look may end inside a character.
        var tail = 0;
        while (tail < 3 && tail < start.Length && (start[^(tail + 1)] & 0xC0) == 0x80)
        {
            tail++;
        }

        var valid = System.Text.Unicode.Utf8.IsValid(start) || (start.Length > tail && System.Text.Unicode.Utf8.IsValid(start[..^(tail + 1)]));
        return (valid ? new UTF8Encoding(false) : Encoding.Latin1, false);
    }

    // The delimiter that parts most rows into the same number of cells, which must be more than one.
    private static (char Delimiter, char Quote) Best(string text)
    {
        var (best, bestScore) = ((',', '"'), 0.0);
        foreach (var quote in "\"'")
        {
            foreach (var delimiter in Delimiters)
            {
                var rows = SampleRows(text, delimiter, quote);
                if (rows.Count == 0)
                {
                    continue;
                }

                var width = rows[0].Length;
                var agreeing = rows.Count(r => r.Length == width);
                var score = width < 2 ? 0 : (double)agreeing / rows.Count * (1 + Math.Log2(width) / 8) * (quote == '"' ? 1.01 : 1);
                if (quote == '\'' && !Opens(text, delimiter))
                {
                    continue;
                }

                (best, bestScore) = score > bestScore ? ((delimiter, quote), score) : (best, bestScore);
            }
        }

        return best;
    }

    // An apostrophe is a quote only where cells begin and end with it.
    private static bool Opens(string text, char delimiter) =>
        text.Contains($"{delimiter}'", StringComparison.Ordinal) && text.Contains($"'{delimiter}", StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal);

    private static List<string[]> SampleRows(string text, char delimiter, char quote)
    {
        var rows = new List<string[]>();
        var reader = new CsvReader(new StringReader(text), delimiter, quote, "");
        try
        {
            while (rows.Count < 200 && reader.Read())
            {
                rows.Add(reader.Cells());
            }
        }
        catch (UserException)
        {
            // A quote that never closes in the part looked at: what was read so far is what there is to judge by.
            return rows;
        }

        return rows;
    }

    private static string NewLine(string text)
    {
        var at = text.AsSpan().IndexOfAny('\r', '\n');
        return at < 0 || text[at] == '\n' ? "\n" : at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\r";
    }

    private static bool QuoteAll(string text, char delimiter, char quote, string newLine)
    {
        var lines = text.Split(newLine, 12, StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 1 && Array.TrueForAll(lines[..Math.Min(lines.Length, 11)], l =>
            l.Length > 1 && l[0] == quote && l[^1] == quote && (!l.Contains(delimiter, StringComparison.Ordinal) || l.Contains($"{quote}{delimiter}{quote}", StringComparison.Ordinal)));
    }
}
