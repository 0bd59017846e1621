using Sallyport.Synthesis.Kinds;
using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Columns;

/// <summary>What is learnt of a column while the table goes by once: how often, how many, which types are still possible.</summary>
internal sealed class ColumnProfile(string name)
{
    private const int MostCategories = 1000;
    private const int MostOdd = 5;
    private readonly Dictionary<string, int> _missing = new(StringComparer.Ordinal);
    private Dictionary<string, int>? _categories = new(StringComparer.Ordinal);
    private Dictionary<string, int>? _odd = new(StringComparer.Ordinal);
    private int _oddCells;

    public string Name => name;

    /// <summary>Cells that hold a value.</summary>
    public long Filled { get; private set; }

    /// <summary>Cells that hold none, by what stands in them.</summary>
    public IReadOnlyDictionary<string, int> MissingTokens => _missing;

    /// <summary>The hash of every value.</summary>
    public HashSet64 Values { get; } = new();

    /// <summary>How many different values there are.</summary>
    public int Distinct => Values.Count;

    /// <summary>How often each value stands; null when there are too many.</summary>
    public IReadOnlyDictionary<string, int>? Categories => _categories;

    /// <summary>What stands among numbers without being one; null when that is too much for a column of numbers.</summary>
    public IReadOnlyDictionary<string, int>? Odd => _oddCells * 20 > Filled ? null : _odd;

    public NumberFormat Numbers { get; } = new();

    public MomentFormats Moments { get; } = new();

    public ShapeSet Shapes { get; } = new();

    public FormCounts Forms { get; } = new();

    /// <summary>Whether no value stands twice.</summary>
    public bool Unique => Filled >= 2 && Distinct == Filled;

    /// <summary>Whether every row holds a value of its own.</summary>
    public bool IsKey => Unique && _missing.Count == 0;

    public void Add(ReadOnlySpan<char> cell)
    {
        if (Missing.Is(cell))
        {
            Count(_missing, cell);
            return;
        }

        Filled++;
        Values.Add(Hash64.Of(cell));
        if (_categories is not null && Count(_categories, cell) > MostCategories)
        {
            _categories = null;
        }

        if (_odd is not null && !Numbers.Add(cell))
        {
            _oddCells++;
            _odd = Count(_odd, cell) > MostOdd ? null : _odd;
        }

        Moments.Add(cell);
        Shapes.Add(cell);
        Forms.Add(cell);
    }

    private static int Count(Dictionary<string, int> counts, ReadOnlySpan<char> cell)
    {
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts.GetAlternateLookup<ReadOnlySpan<char>>(), cell, out _)++;
        return counts.Count;
    }
}
