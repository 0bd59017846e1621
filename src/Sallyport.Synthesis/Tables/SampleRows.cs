using Sallyport.Synthesis.Csv;
using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Tables;

/// <summary>A fair sample of a table's rows, kept while the table goes by (Vitter's algorithm R).</summary>
internal sealed class SampleRows
{
    private const int Size = 20_000;
    private readonly Chance _chance = new(0x5A11);
    private readonly List<string[]> _rows = [];
    private long _seen;

    public IReadOnlyList<string[]> Rows => _rows;

    /// <summary>Whether every row is in it.</summary>
    public bool IsWhole => _seen <= Size;

    public void Offer(CsvReader row)
    {
        _seen++;
        if (_rows.Count < Size)
        {
            _rows.Add(row.Cells());
        }
        else if (_chance.Below(_seen) is var at && at < Size)
        {
            _rows[(int)at] = row.Cells();
        }
    }
}
