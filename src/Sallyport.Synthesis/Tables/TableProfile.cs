using Sallyport.Core;
using Sallyport.Synthesis.Columns;
using Sallyport.Synthesis.Csv;
using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Tables;

/// <summary>A table as it was read once.</summary>
internal sealed class TableProfile
{
    private const int MostColumns = 4096;

    private TableProfile(ITable table, Dialect dialect, IReadOnlyList<ColumnProfile> columns) => (Table, Dialect, Columns) = (table, dialect, columns);

    public ITable Table { get; }

    public string Name => Table.Name;

    public Dialect Dialect { get; private set; }

    public IReadOnlyList<ColumnProfile> Columns { get; }

    public SampleRows Sample { get; } = new();

    /// <summary>The hash of every row.</summary>
    public HashSet64 RowHashes { get; } = new();

    public long Rows { get; private set; }

    /// <summary>Reads a table; throws <see cref="UserException"/> for what is none.</summary>
    public static TableProfile Of(ITable table)
    {
        var dialect = Sniff(table);
        using var text = Open(table, dialect);
        var reader = new CsvReader(text, dialect.Delimiter, dialect.Quote, table.Name);
        if (!reader.Read())
        {
            throw new UserException($"`{table.Name}` is empty", "give a table with a header and at least one row");
        }

        if (reader.Count > MostColumns)
        {
            throw new UserException($"`{table.Name}` has {reader.Count} columns", $"at most {MostColumns} are taken");
        }

        var names = dialect.Header ? reader.Cells() : [.. Enumerable.Range(1, reader.Count).Select(i => $"column {i}")];
        var profile = new TableProfile(table, dialect, [.. names.Select(n => new ColumnProfile(n))]);
        for (var more = !dialect.Header || reader.Read(); more; more = reader.Read())
        {
            profile.Add(reader);
        }

        if (profile.Rows == 0)
        {
            throw new UserException($"`{table.Name}` has a header and no row", "give a table with at least one row to learn from");
        }

        profile.Dialect = dialect with { FinalNewLine = reader.EndedWithNewLine };
        return profile;
    }

    /// <summary>The rows once more.</summary>
    public IEnumerable<CsvReader> Again()
    {
        using var text = Open(Table, Dialect);
        var reader = new CsvReader(text, Dialect.Delimiter, Dialect.Quote, Name);
        if (Dialect.Header)
        {
            reader.Read();
        }

        while (reader.Read())
        {
            yield return reader;
        }
    }

    /// <summary>The hash of a row of cells.</summary>
    public static ulong HashOf(ReadOnlySpan<string> cells)
    {
        var hash = 1UL;
        foreach (var cell in cells)
        {
            hash = Hash64.Then(hash, Hash64.Of(cell));
        }

        return hash | 1;
    }

    private void Add(CsvReader row)
    {
        if (row.Count != Columns.Count)
        {
            throw new UserException(
                $"{Name}:{row.Line}: this row has {row.Count} cells where the first has {Columns.Count}",
                $"the delimiter was taken to be {Dialect.ToString().Split(',')[0]}; quote cells that hold it");
        }

        Rows++;
        var hash = 1UL;
        for (var i = 0; i < Columns.Count; i++)
        {
            Columns[i].Add(row[i]);
            hash = Hash64.Then(hash, Hash64.Of(row[i]));
        }

        RowHashes.Add(hash | 1);
        Sample.Offer(row);
    }

    private static Dialect Sniff(ITable table)
    {
        var start = new byte[DialectSniffer.Look + 1];
        using var stream = table.Open();
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return DialectSniffer.Of(start.AsSpan(0, Math.Min(read, DialectSniffer.Look)), read <= DialectSniffer.Look, table.Name);
    }

    private static StreamReader Open(ITable table, Dialect dialect) => new(table.Open(), dialect.Encoding, detectEncodingFromByteOrderMarks: dialect.Bom, 1 << 16);
}
