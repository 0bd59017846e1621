using Sallyport.Synthesis.Models;
using Sallyport.Synthesis.Randomness;
using Sallyport.Synthesis.Tables;

namespace Sallyport.Synthesis.Relations;

/// <summary>A column whose value another one determines, as a city does its postal code.</summary>
/// <param name="By">The column that determines it.</param>
/// <param name="Map">The value for each value of that column, where those are common ones; null where they are drawn anew, and each gets a value once.</param>
internal sealed record Dependency(int By, IReadOnlyDictionary<string, string>? Map)
{
    private const int LeastSupport = 20;
    private const int LeastOfEntities = 5;
    private const int MostColumns = 200;

    /// <summary>What determines each column; null for nothing.</summary>
    /// <param name="table">The table.</param>
    /// <param name="models">The models of its columns.</param>
    /// <param name="pools">Which columns repeat values that are drawn anew.</param>
    public static Dependency?[] Find(TableProfile table, IReadOnlyList<ColumnModel> models, bool[] pools)
    {
        var width = table.Columns.Count;
        var pairs = new List<Pair>();
        for (var by = 0; by < Math.Min(width, MostColumns); by++)
        {
            for (var of = 0; of < Math.Min(width, MostColumns); of++)
            {
                if (by != of && MayDetermine(table, models, pools, by, of) && Pair.Holds(table.Sample.Rows, by, of, Support(pools[by])))
                {
                    pairs.Add(new Pair(by, of));
                }
            }
        }

        Verify(table, pairs);
        var found = new Dependency?[width];
        foreach (var pair in pairs.Where(p => !p.Broken))
        {
            if (found[pair.Of] is null && !Leads(found, pair.By, pair.Of))
            {
                found[pair.Of] = new Dependency(pair.By, pools[pair.By] ? null : pair.Map(models[pair.By]));
            }
        }

        return found;
    }

    private static bool MayDetermine(TableProfile table, IReadOnlyList<ColumnModel> models, bool[] pools, int by, int of)
    {
        var (one, other) = (table.Columns[by], table.Columns[of]);
        return other.Distinct >= 2 && !other.Unique && one.Distinct >= other.Distinct && one.Filled - one.Distinct >= Support(pools[by])
            && (pools[by] || (models[by] is CategoryModel { Bins: > 1 } && !pools[of] && other.Categories is not null));
    }

    // What a participant is in one row it is in the next; between categories agreement may be chance.
    private static int Support(bool pool) => pool ? LeastOfEntities : LeastSupport;

    private static void Verify(TableProfile table, List<Pair> pairs)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        foreach (var row in table.Again())
        {
            foreach (var pair in pairs)
            {
                pair.Add(row[pair.By], row[pair.Of]);
            }
        }
    }

    // Whether `from` is itself determined by `to`, over however many steps.
    private static bool Leads(Dependency?[] found, int from, int to)
    {
        for (var at = found[from]; at is not null; at = found[at.By])
        {
            if (at.By == to)
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Pair(int by, int of)
    {
        private readonly Dictionary<ulong, ulong> _hashes = [];
        private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

        public int By => by;

        public int Of => of;

        public bool Broken { get; private set; }

        public static bool Holds(IReadOnlyList<string[]> rows, int by, int of, int support)
        {
            var seen = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var row in rows)
            {
                if (seen.TryGetValue(row[by], out var before))
                {
                    support--;
                    if (before != row[of])
                    {
                        return false;
                    }
                }
                else
                {
                    seen[row[by]] = row[of];
                }
            }

            return support <= 0;
        }

        public void Add(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
        {
            if (Broken)
            {
                return;
            }

            var (key, value) = (Hash64.Of(one), Hash64.Of(other));
            if (!_hashes.TryGetValue(key, out var before))
            {
                _hashes[key] = value;
                if (_hashes.Count <= 2000)
                {
                    _values[new string(one)] = new string(other);
                }
            }
            else
            {
                Broken = before != value;
            }
        }

        public Dictionary<string, string> Map(ColumnModel model) => _values.Where(v => model.BinOf(v.Key) >= 0 || Columns.Missing.Is(v.Key)).ToDictionary(StringComparer.Ordinal);
    }
}
