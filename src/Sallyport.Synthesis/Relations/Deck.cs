using System.Runtime.InteropServices;
using Sallyport.Synthesis.Columns;
using Sallyport.Synthesis.Randomness;
using Sallyport.Synthesis.Tables;

namespace Sallyport.Synthesis.Relations;

/// <summary>Which of a number of values each row gets, so that values repeat as often as those of the original: three waves a participant stay three.</summary>
internal sealed class Deck
{
    private readonly List<int> _cards = [];
    private int _next;

    /// <summary>Deals for a column.</summary>
    /// <param name="repeats">How its values repeat.</param>
    /// <param name="rows">How many rows get a value.</param>
    /// <param name="from">How many values there are to choose from; null for as many as the original has in proportion.</param>
    /// <param name="chance">Where it is drawn from.</param>
    public Deck(Repeats repeats, int rows, (int Values, double Used)? from, Chance chance)
    {
        var wanted = from is { } limit ? (int)Math.Round(limit.Values * limit.Used) : (int)Math.Round(rows * (double)repeats.Counts.Count / repeats.Total);
        Values = Math.Clamp(wanted, 1, from?.Values ?? Math.Max(rows, 1));
        var chosen = from is null ? [.. Enumerable.Range(0, Values)] : Some(from.Value.Values, Values, chance);
        for (var i = 0; i < chosen.Length; i++)
        {
            var count = repeats.Counts[(int)((long)i * repeats.Counts.Count / chosen.Length)];
            for (var n = 0; n < count && _cards.Count < rows; n++)
            {
                _cards.Add(chosen[i]);
            }
        }

        for (var i = 0; _cards.Count < rows && !repeats.Once; i++)
        {
            _cards.Add(chosen[chance.Below(chosen.Length)]);
        }

        if (!repeats.InRuns)
        {
            Shuffle(CollectionsMarshal.AsSpan(_cards), chance);
        }
    }

    /// <summary>How many different values are dealt.</summary>
    public int Values { get; }

    /// <summary>The value of the next row; -1 when every one that may stand once has been dealt.</summary>
    public int Next() => _next < _cards.Count ? _cards[_next++] : -1;

    private static int[] Some(int of, int count, Chance chance)
    {
        var all = Enumerable.Range(0, of).ToArray();
        Shuffle(all, chance);
        Array.Sort(all, 0, count);
        return all[..count];
    }

    private static void Shuffle(Span<int> items, Chance chance)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = chance.Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    /// <summary>How often the values of a column repeat.</summary>
    /// <param name="Counts">By value, in the order in which they first stand.</param>
    /// <param name="Total">Their sum.</param>
    /// <param name="InRuns">Whether equal values stand together.</param>
    internal sealed record Repeats(IReadOnlyList<int> Counts, long Total, bool InRuns)
    {
        /// <summary>Whether no value stands twice.</summary>
        public bool Once => Counts.Count == Total;

        /// <summary>Counts for several columns in one pass.</summary>
        public static Dictionary<int, Repeats> Of(TableProfile table, IReadOnlyCollection<int> columns)
        {
            var counts = columns.ToDictionary(c => c, _ => (Indexes: new Dictionary<ulong, int>(), Counts: new List<int>(), Last: new ulong[1], Runs: new int[1]));
            if (columns.Count > 0)
            {
                foreach (var row in table.Again())
                {
                    foreach (var (column, seen) in counts)
                    {
                        if (Missing.Is(row[column]))
                        {
                            continue;
                        }

                        var hash = Hash64.Of(row[column]);
                        seen.Runs[0] += hash == seen.Last[0] ? 0 : 1;
                        seen.Last[0] = hash;
                        if (seen.Indexes.TryAdd(hash, seen.Counts.Count))
                        {
                            seen.Counts.Add(0);
                        }

                        seen.Counts[seen.Indexes[hash]]++;
                    }
                }
            }

            return counts.ToDictionary(c => c.Key, c => new Repeats(c.Value.Counts, c.Value.Counts.Sum(n => (long)n), c.Value.Runs[0] == c.Value.Counts.Count));
        }
    }
}
