using System.Globalization;

namespace Sallyport.Synthesis.Csv;

/// <summary>Tells names of columns from data.</summary>
internal static class HeaderRow
{
    /// <summary>Whether the first of <paramref name="rows"/> names columns: no value among it looks like those below.</summary>
    public static bool Is(List<string[]> rows)
    {
        if (rows.Count < 2)
        {
            return true;
        }

        for (var i = 0; i < rows[0].Length; i++)
        {
            var column = i;
            var below = rows.Skip(1).Where(r => r.Length > column && r[column].Length > 0).Take(20).Select(r => r[column]).ToArray();
            if (below.Length > 0 && rows[0][i].Length > 0 && IsValue(rows[0][i]) && Array.TrueForAll(below, IsValue))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsValue(string cell) =>
        double.TryParse(cell.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        || (cell.Length > 7 && char.IsAsciiDigit(cell[0]) && DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        || (cell.Contains('@', StringComparison.Ordinal) && cell.Contains('.', StringComparison.Ordinal));
}
