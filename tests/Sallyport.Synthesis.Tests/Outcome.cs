using System.Text;
using Sallyport.Synthesis.Csv;

namespace Sallyport.Synthesis.Tests;

/// <summary>Tables made from tables, read back.</summary>
internal sealed class Outcome
{
    private Outcome(IReadOnlyList<SynthesisReport> reports, Dictionary<string, byte[]> bytes) => (Reports, Bytes) = (reports, bytes);

    public IReadOnlyList<SynthesisReport> Reports { get; }

    public Dictionary<string, byte[]> Bytes { get; }

    public static Outcome Of(SynthesisOptions options, params ITable[] tables)
    {
        var streams = new Dictionary<string, MemoryStream>();
        var reports = Synthesizer.Run(tables, options, t => streams[t.Name] = new MemoryStream());
        return new Outcome(reports, streams.ToDictionary(s => s.Key, s => s.Value.ToArray()));
    }

    public static Outcome Of(string text, int? rows = null, ulong seed = 1) => Of(new SynthesisOptions { Rows = rows, Seed = seed }, new MemoryTable("t.csv", text));

    public string Text(string table = "t.csv") => Encoding.UTF8.GetString(Bytes[table]);

    public string[] Column(string name, string table = "t.csv", char delimiter = ',') => ColumnOf(Text(table), name, delimiter);

    /// <summary>The cells of a column, the header left out.</summary>
    public static string[] ColumnOf(string text, string name, char delimiter = ',')
    {
        var reader = new CsvReader(new StringReader(text.TrimStart('\uFEFF')), delimiter, '"', "read back");
        reader.Read();
        var at = Array.IndexOf(reader.Cells(), name);
        var cells = new List<string>();
        while (reader.Read())
        {
            cells.Add(new string(reader[at]));
        }

        return [.. cells];
    }
}
