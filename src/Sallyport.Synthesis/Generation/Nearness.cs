using Sallyport.Synthesis.Models;

namespace Sallyport.Synthesis.Generation;

/// <summary>How far rows are from their nearest original: 0 for equal in every column that is modelled, 1 for different in all.</summary>
/// <param name="Least">Of the nearest.</param>
/// <param name="Low">Of the nearest twentieth.</param>
/// <param name="Median">Of half.</param>
public sealed record Nearness(double Least, double Low, double Median)
{
    private const int Rows = 600;

    /// <summary>Distances of generated rows and, to compare them with, of one half of the original's rows from the other.</summary>
    internal static (Nearness Generated, Nearness HeldOut)? Measure(TablePlan plan, IReadOnlyList<string[]> generated)
    {
        var columns = Enumerable.Range(0, plan.Width).Where(c => !plan.Pools[c] && plan.Models[c].Bins > 1).ToArray();
        var sample = plan.Profile.Sample.Rows;
        if (columns.Length == 0 || sample.Count < 4 || generated.Count == 0)
        {
            return null;
        }

        var step = Math.Max(1, sample.Count / (2 * Rows));
        var (one, other) = (new List<double[]>(), new List<double[]>());
        for (var i = 0; i < sample.Count; i += step)
        {
            ((i / step) % 2 == 0 ? one : other).Add(Vector(plan, columns, sample[i]));
        }

        return (Of(plan, columns, generated.Take(Rows).Select(r => Vector(plan, columns, r)), one), Of(plan, columns, other, one));
    }

    private static Nearness Of(TablePlan plan, int[] columns, IEnumerable<double[]> rows, List<double[]> to)
    {
        var ordinal = Array.ConvertAll(columns, c => plan.Models[c] is QuantileModel);
        var nearest = rows.Select(r => to.Min(o => Distance(r, o, ordinal))).Order().ToArray();
        return new Nearness(nearest[0], nearest[nearest.Length / 20], nearest[nearest.Length / 2]);
    }

    // States that are no position on a line lie beyond it: a missing value is as far from any number as numbers can be.
    private static double[] Vector(TablePlan plan, int[] columns, string[] row) =>
        Array.ConvertAll(columns, c => plan.Models[c].Position(row[c]) ?? 2 + plan.StateOf(c, row[c]));

    private static double Distance(double[] a, double[] b, bool[] ordinal)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += ordinal[i] && a[i] < 2 && b[i] < 2 ? Math.Min(1, Math.Abs(a[i] - b[i])) : a[i].Equals(b[i]) ? 0 : 1;
        }

        return sum / a.Length;
    }
}
