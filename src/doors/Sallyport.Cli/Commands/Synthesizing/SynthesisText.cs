using System.Globalization;
using Sallyport.Synthesis;
using Sallyport.Synthesis.Generation;

namespace Sallyport.Cli.Commands.Synthesizing;

/// <summary>Tells people what was done to a table.</summary>
internal static class SynthesisText
{
    public static void Write(SynthesisReport report, ulong seed, TextWriter writer)
    {
        writer.WriteLine($"{report.Name}: {Count(report.Generated, "row")} like {report.Rows.ToString(CultureInfo.InvariantCulture)}, seed {seed}; {report.Dialect}");
        var width = Math.Min(32, report.Columns.Max(c => c.Name.Length));
        foreach (var column in report.Columns)
        {
            writer.WriteLine($"  {column.Name.PadRight(width)}  {column.Kind}{(column.Relation.Length > 0 ? "; " + column.Relation : "")}{(column.Fresh ? "; no value of the original" : "")}");
        }

        writer.WriteLine($"  original cells left in columns that must hold none: {report.CellsLeft}; rows equal to an original: {report.EqualRows}");
        if (report is { Nearest: { } nearest, HeldOut: { } heldOut })
        {
            writer.WriteLine($"  distance to the nearest original (0 equal, 1 different in everything): {Distances(nearest)}; between halves of the original: {Distances(heldOut)}");
            if (nearest.Median < heldOut.Median * 0.8)
            {
                writer.WriteLine("  warning: generated rows are nearer to originals than originals are to each other; leave columns out, or raise --common");
            }
        }

        if (report.EqualRows > 0)
        {
            writer.WriteLine("  note: rows equal an original because their columns hold only values that many rows share");
        }

        if (report.BrokenKeys > 0)
        {
            writer.WriteLine($"  warning: {Count(report.BrokenKeys, "row")} repeat a pair of columns that is a key in the original");
        }
    }

    private static string Distances(Nearness n) =>
        string.Create(CultureInfo.InvariantCulture, $"median {n.Median:0.000}, nearest twentieth {n.Low:0.000}, least {n.Least:0.000}");

    private static string Count(int n, string word) => $"{n.ToString(CultureInfo.InvariantCulture)} {word}{(n == 1 ? "" : "s")}";
}
