using Sallyport.Synthesis.Columns;

namespace Sallyport.Synthesis.Models;

/// <summary>From what was learnt of a column to the model that draws its values.</summary>
/// <param name="Model">The model.</param>
/// <param name="Fresh">Whether no value may be one of the original.</param>
internal sealed record ModelChoice(ColumnModel Model, bool Fresh)
{
    private const int FewValues = 20;

    /// <summary>Chooses a model.</summary>
    /// <param name="column">What was learnt.</param>
    /// <param name="sample">Its values in a sample of rows, those that are missing left out.</param>
    /// <param name="common">How many rows must share a value for it to be nobody's own.</param>
    public static ModelChoice Of(ColumnProfile column, List<string> sample, int common)
    {
        if (column.Filled == 0)
        {
            return new ModelChoice(new CategoryModel([""], 0), false);
        }

        if (column.Distinct == 1 && column.Filled > 1)
        {
            return new ModelChoice(new CategoryModel([.. column.Categories!.Keys], 0), false);
        }

        if (column.Forms.Common() is { } form)
        {
            return new ModelChoice(new FormModel(form, sample), true);
        }

        if (column is { Unique: true, Odd.Count: 0, Numbers: { Scale: 0, Exponents: false } whole } && column.Distinct * 2 >= whole.Steps)
        {
            return new ModelChoice(new SequenceModel(whole), true);
        }

        return Categories(column, common) ?? Moments(column, sample, common) ?? Numbers(column, sample, common)
            ?? new ModelChoice(column.Shapes.AreCodes(common) ? new CodeModel(column.Shapes, common) : new TextModel(sample), true);
    }

    private static ModelChoice? Categories(ColumnProfile column, int common)
    {
        var measured = column.Odd is not null || column.Moments.Any;
        if (column.Categories is not { } counts || (measured && column.Distinct > FewValues)
            || (column.Distinct * (long)common > column.Filled && (column.Distinct > FewValues || column.Distinct * 2 > column.Filled)))
        {
            return null;
        }

        // Two words such as yes and no say nothing of anybody by themselves.
        var kept = counts.Where(c => c.Value >= common || (column.Distinct == 2 && c.Key.Length <= 5)).Select(c => c.Key).Order(StringComparer.Ordinal).ToArray();
        return kept.Length == 0 ? null : new ModelChoice(new CategoryModel(kept, column.Distinct - kept.Length), false);
    }

    private static ModelChoice? Numbers(ColumnProfile column, List<string> sample, int common)
    {
        if (column.Odd is null || column.Numbers.Most < column.Numbers.Least)
        {
            return null;
        }

        var scale = QuantileScale.Of(column.Numbers);
        var kind = column.Numbers.Exponents ? "number" : column.Numbers.Scale == 0 ? "integer" : $"decimal, {column.Numbers.Scale} digits";
        return Measured(column, scale, column.Numbers.Steps, sample, common, kind);
    }

    private static ModelChoice? Moments(ColumnProfile column, List<string> sample, int common) =>
        column.Moments.Any ? Measured(column, QuantileScale.Of(column.Moments), column.Moments.Steps, sample, common, $"moment, {column.Moments.Format}") : null;

    // Where most values that can be written are taken, as with ages, a fresh one is none of the range.
    private static ModelChoice Measured(ColumnProfile column, QuantileScale scale, double steps, List<string> sample, int common, string kind)
    {
        var mostlyOwn = column.Distinct * 2L >= column.Filled;
        var fresh = column.Unique || mostlyOwn || column.Distinct * 2 < steps;
        var values = new List<double>(sample.Count);
        foreach (var cell in sample)
        {
            if (scale.TryRead(cell, out var value))
            {
                values.Add(value);
            }
        }

        return new ModelChoice(new QuantileModel(scale, values, mostlyOwn || !fresh ? 0 : Math.Max(common, sample.Count / 100), fresh, kind), fresh);
    }
}
