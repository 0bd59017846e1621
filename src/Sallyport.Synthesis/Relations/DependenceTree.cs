using System.Runtime.InteropServices;
using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Relations;

/// <summary>The tree of pairwise dependences that says most of a table (Chow and Liu, 1968): each column's state is drawn given that of one other.</summary>
internal sealed class DependenceTree
{
    private const long MostWork = 60_000_000;
    private const double Smoothing = 0.5;
    private readonly int[] _parents;
    private readonly Dictionary<int, double[]>[] _given;
    private readonly double[][] _plain;

    /// <summary>Learns the tree from the states of sampled rows; a state of -1 is not modelled.</summary>
    /// <param name="rows">States of every column, row by row.</param>
    /// <param name="states">How many states each column has.</param>
    /// <param name="first">Columns that must not depend on others than each other: what belongs to a participant is there before a wave's measures.</param>
    public DependenceTree(IReadOnlyList<int[]> rows, int[] states, bool[] first)
    {
        _parents = new int[states.Length];
        _plain = [.. states.Select((s, c) => Sums(rows.Select(r => r[c]), s, null))];
        Order = Grow(rows, states, first);
        _given = [.. states.Select((s, c) => Conditionals(rows, c, s))];
    }

    /// <summary>The columns, parents before their children.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>The column that <paramref name="column"/> depends on; -1 for none.</summary>
    public int ParentOf(int column) => _parents[column];

    /// <summary>Draws a column's state given that of its parent.</summary>
    public int Draw(int column, int parentState, Chance chance) =>
        chance.Weighted(_parents[column] >= 0 && _given[column].TryGetValue(parentState, out var sums) ? sums : _plain[column]);

    // Prim's algorithm on mutual information.
    private List<int> Grow(IReadOnlyList<int[]> rows, int[] states, bool[] first)
    {
        var width = states.Length;
        var used = rows.Take((int)Math.Clamp(MostWork / Math.Max(1L, (long)width * width), 500, int.MaxValue)).ToArray();
        var (order, best, done) = (new List<int>(width), new double[width], new bool[width]);
        Array.Fill(_parents, -1);
        for (var step = 0; step < width; step++)
        {
            var next = -1;
            for (var c = 0; c < width; c++)
            {
                next = !done[c] && (next < 0 || (first[c] && !first[next]) || (first[c] == first[next] && best[c] > best[next])) ? c : next;
            }

            done[next] = true;
            order.Add(next);
            for (var c = 0; c < width && states[next] > 1; c++)
            {
                if (!done[c] && states[c] > 1 && Information(used, next, c, states) is var information && information > best[c])
                {
                    (best[c], _parents[c]) = (information, next);
                }
            }
        }

        return order;
    }

    private static double Information(int[][] rows, int x, int y, int[] states)
    {
        var (left, right, both, count) = (new int[states[x]], new int[states[y]], new Dictionary<long, int>(), 0);
        foreach (var row in rows)
        {
            if (row[x] >= 0 && row[y] >= 0)
            {
                left[row[x]]++;
                right[row[y]]++;
                CollectionsMarshal.GetValueRefOrAddDefault(both, ((long)row[x] << 32) | (uint)row[y], out _)++;
                count++;
            }
        }

        var sum = 0.0;
        foreach (var (key, n) in both)
        {
            sum += n * Math.Log((double)n * count / ((double)left[key >> 32] * right[(int)key]));
        }

        // What chance alone gives between so many states is no dependence.
        return count == 0 ? 0 : sum - ((left.Count(n => n > 0) - 1.0) * (right.Count(n => n > 0) - 1) / 2 * 1.5);
    }

    private Dictionary<int, double[]> Conditionals(IReadOnlyList<int[]> rows, int column, int states)
    {
        var given = new Dictionary<int, double[]>();
        if (_parents[column] is var parent && parent < 0)
        {
            return given;
        }

        foreach (var group in rows.GroupBy(r => r[parent]))
        {
            given[group.Key] = Sums(group.Select(r => r[column]), states, _plain[column]);
        }

        return given;
    }

    // A little of the whole column is mixed in, so that no single row speaks through a rare state of its parent.
    private static double[] Sums(IEnumerable<int> drawn, int states, double[]? whole)
    {
        var counts = new double[states];
        foreach (var state in drawn)
        {
            if (state >= 0)
            {
                counts[state]++;
            }
        }

        var sum = 0.0;
        var sums = new double[states];
        for (var i = 0; i < states; i++)
        {
            var share = whole is null ? 0 : (whole[i] - (i > 0 ? whole[i - 1] : 0)) / whole[^1];
            sums[i] = sum += counts[i] + (Smoothing * share);
        }

        if (sum <= 0)
        {
            for (var i = 0; i < states; i++)
            {
                sums[i] = i + 1;
            }
        }

        return sums;
    }
}
