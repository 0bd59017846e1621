using Sallyport.Core;
using Sallyport.Synthesis.Csv;
using Sallyport.Synthesis.Generation;
using Sallyport.Synthesis.Models;
using Sallyport.Synthesis.Randomness;
using Sallyport.Synthesis.Relations;
using Sallyport.Synthesis.Tables;

namespace Sallyport.Synthesis;

/// <summary>Makes tables like given ones, of which no row and no value that belongs to one row survives.</summary>
public static class Synthesizer
{
    private const int KeptForNearness = 600;

    /// <summary>Makes a table for each of <paramref name="tables"/>; what refers to each other still does.</summary>
    /// <param name="tables">The originals.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="output">Where each table is written to; the stream is left open.</param>
    public static IReadOnlyList<SynthesisReport> Run(IReadOnlyList<ITable> tables, SynthesisOptions options, Func<ITable, Stream> output)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        var profiles = tables.Select(TableProfile.Of).ToArray();
        var references = Reference.Find(profiles);
        var plans = profiles.Select((p, t) => TablePlan.Of(p, references[t], options)).ToArray();
        var rows = plans.Select(p => options.Rows ?? (int)Math.Min(p.Profile.Rows, int.MaxValue)).ToArray();
        var keys = DrawKeys(plans, rows, references, options.Seed);
        return [.. plans.Select((plan, t) => Generate(plan, rows[t], keys[t], r => keys[r.Table][r.Column], Chance.For(options.Seed, plan.Profile.Name), output))];
    }

    private static Dictionary<int, string[]>[] DrawKeys(TablePlan[] plans, int[] rows, Reference?[][] references, ulong seed)
    {
        var keys = Array.ConvertAll(plans, _ => new Dictionary<int, string[]>());
        foreach (var reference in references.SelectMany(r => r).OfType<Reference>().Distinct())
        {
            var plan = plans[reference.Table];
            keys[reference.Table][reference.Column] = TableGenerator.DrawKeys(plan, reference.Column, rows[reference.Table], Chance.For(seed, $"{plan.Profile.Name}#{reference.Column}"));
        }

        return keys;
    }

    private static SynthesisReport Generate(
        TablePlan plan, int rows, Dictionary<int, string[]> keys, Func<Reference, string[]> keysOf, Chance chance, Func<ITable, Stream> output)
    {
        var generator = new TableGenerator(plan, rows, keys, keysOf, chance);
        var kept = new List<string[]>();
        var left = 0L;
        using (var writer = new CsvWriter(output(plan.Profile.Table), plan.Profile.Dialect))
        {
            if (plan.Profile.Dialect.Header)
            {
                writer.Write([.. plan.Profile.Columns.Select(c => c.Name)]);
            }

            for (var i = 0; i < rows; i++)
            {
                var cells = generator.Next();
                writer.Write(cells);
                left += Left(plan, cells);
                if (kept.Count < KeptForNearness)
                {
                    kept.Add([.. cells]);
                }
            }
        }

        var nearness = Nearness.Measure(plan, kept);
        return new SynthesisReport(
            plan.Profile.Name, plan.Profile.Dialect, plan.Profile.Rows, rows, [.. Enumerable.Range(0, plan.Width).Select(c => Describe(plan, c))],
            left, generator.EqualRows, generator.BrokenKeys, nearness?.Generated, nearness?.HeldOut);
    }

    // Counts anew in what is written, whatever the models promised.
    private static int Left(TablePlan plan, string[] cells)
    {
        var left = 0;
        for (var c = 0; c < cells.Length; c++)
        {
            if (plan.Fresh[c] && Array.IndexOf(plan.Tokens[c], cells[c]) < 0 && plan.Profile.Columns[c].Values.Contains(Hash64.Of(cells[c]))
                && !(plan.Models[c].BinOf(cells[c]) is var bin and >= 0 && plan.Models[c].IsCommon(bin)))
            {
                left++;
            }
        }

        return left;
    }

    private static SynthesisReport.Column Describe(TablePlan plan, int c)
    {
        var relation = plan.References[c] is not null ? "refers to a key"
            : plan.Profile.Columns[c].IsKey ? "key"
            : plan.Keys.Any(k => k.Pool == c || k.Other == c) ? "part of a key"
            : plan.Dependencies[c] is { } by ? $"determined by {plan.Profile.Columns[by.By].Name}"
            : plan.Pools[c] ? "repeats as the original does"
            : "";
        return new SynthesisReport.Column(plan.Profile.Columns[c].Name, plan.Models[c].Kind, relation, plan.Fresh[c]);
    }
}
