using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Models;

/// <summary>A column of few values: those that many rows share stay, rarer ones are replaced by them.</summary>
internal sealed class CategoryModel(IReadOnlyList<string> values, int rare) : ColumnModel
{
    private readonly Dictionary<string, int> _bins = values.Select((v, i) => (v, i)).ToDictionary(x => x.v, x => x.i, StringComparer.Ordinal);

    public override int Bins => values.Count;

    public override string Kind => values.Count == 1 ? "constant" : $"category, {values.Count} values" + (rare > 0 ? $", {rare} rare replaced" : "");

    public override int BinOf(string cell) => _bins.GetValueOrDefault(cell, -1);

    public override string Draw(int bin, Chance chance, int attempt) => values[bin];

    public override bool IsCommon(int bin) => true;
}
