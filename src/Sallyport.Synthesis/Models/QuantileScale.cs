using Sallyport.Synthesis.Kinds;

namespace Sallyport.Synthesis.Models;

/// <summary>A line on which values of a column lie: numbers, or moments as ticks.</summary>
/// <param name="Least">The least value.</param>
/// <param name="Most">The greatest.</param>
/// <param name="Unit">From one value that can be written to the next.</param>
/// <param name="Fraction">Whether there are digits behind a decimal mark.</param>
/// <param name="Write">Writes a value.</param>
/// <param name="Read">Reads one; not a number for what is none.</param>
internal sealed record QuantileScale(double Least, double Most, double Unit, bool Fraction, Func<double, string> Write, Func<string, double> Read)
{
    public static QuantileScale Of(NumberFormat format) => new(
        format.Least, format.Most, Math.Pow(10, -format.Scale), format.Scale > 0 && !format.Exponents, format.Write, cell => format.TryRead(cell, out double value) ? value : double.NaN);

    public static QuantileScale Of(MomentFormats format) => new(
        format.Least, format.Most, format.Unit, false, format.Write, cell => format.TryRead(cell, out var ticks) ? ticks : double.NaN);

    public bool TryRead(string cell, out double value) => !double.IsNaN(value = Read(cell));
}
