namespace Sallyport.Core.Text;

/// <summary>Finds the word that was probably meant.</summary>
public static class Spelling
{
    /// <summary>The one of <paramref name="known"/> with the fewest changes to <paramref name="word"/>; null when even that is far away.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        string? best = null;
        var least = Math.Max(2, word.Length / 3) + 1;
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate, least);
            if (distance < least)
            {
                (best, least) = (candidate, distance);
            }
        }

        return best;
    }

    // Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
    private static int Distance(string from, string to, int enough)
    {
        if (Math.Abs(from.Length - to.Length) >= enough)
        {
            return enough;
        }

        var rows = new int[3][];
        for (var i = 0; i < 3; i++)
        {
            rows[i] = new int[to.Length + 1];
        }

        for (var j = 0; j <= to.Length; j++)
        {
            rows[0][j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            var (row, above, twoAbove) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
                }
            }
        }

        return rows[from.Length % 3][to.Length];
    }
}
