using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Models;

/// <summary>A column of numbers or moments: its distribution as quantiles, between which values are drawn anew.</summary>
internal sealed class QuantileModel : ColumnModel
{
    private const int MostBins = 16;
    private const int Knots = 256;
    private const int MostCommon = 32;
    private readonly QuantileScale _scale;
    private readonly double[] _knots;
    private readonly double[] _edges;
    private readonly List<double> _common = [];
    private readonly bool _trailingZeros;
    private readonly string _kind;

    /// <summary>Makes the model.</summary>
    /// <param name="scale">How values are read and written.</param>
    /// <param name="sample">Values of the column.</param>
    /// <param name="common">How often a value must stand in the sample to be kept as it is; 0 for never.</param>
    /// <param name="fresh">Whether no value may be one of the original, so that none may end with a zero that another way of writing leaves out.</param>
    /// <param name="kind">For the report.</param>
    public QuantileModel(QuantileScale scale, List<double> sample, int common, bool fresh, string kind)
    {
        (_scale, _kind, _trailingZeros) = (scale, kind, !fresh);
        sample.Sort();
        if (common > 0)
        {
            TakeCommon(sample, common);
        }

        if (sample.Count == 0)
        {
            sample = [scale.Least, scale.Most];
        }

        _knots = [.. Enumerable.Range(0, Knots + 1).Select(i => sample[(int)((long)i * (sample.Count - 1) / Knots)])];
        (_knots[0], _knots[^1]) = (scale.Least, scale.Most);
        _edges = [.. Enumerable.Range(1, MostBins - 1).Select(i => _knots[i * Knots / MostBins]).Distinct()];
    }

    public override int Bins => _common.Count + _edges.Length + 1;

    public override string Kind => _kind + (_common.Count > 0 ? $", {_common.Count} common values kept" : "");

    public override int BinOf(string cell)
    {
        if (!_scale.TryRead(cell, out var value))
        {
            return -1;
        }

        var spike = _common.IndexOf(value);
        return spike >= 0 ? spike : _common.Count + Above(value);
    }

    public override bool IsCommon(int bin) => bin < _common.Count;

    public override double? Position(string cell) =>
        !_scale.TryRead(cell, out var value) ? null : _scale.Most > _scale.Least ? (value - _scale.Least) / (_scale.Most - _scale.Least) : 0;

    public override string Draw(int bin, Chance chance, int attempt)
    {
        if (bin < _common.Count)
        {
            return _scale.Write(_common[bin]);
        }

        var value = attempt switch
        {
            < 24 => Within(bin - _common.Count, chance),
            < 96 => _scale.Least + (chance.Unit() * (_scale.Most - _scale.Least)),
            _ => _scale.Most + (_scale.Unit * (1 + chance.Below(16L << Math.Min((attempt - 96) / 8, 30)))),
        };
        var text = _scale.Write(value);
        return _trailingZeros || !_scale.Fraction || text[^1] != '0' ? text : _scale.Write(value + (_scale.Unit * (value + (_scale.Unit * 9) > _scale.Most ? -1 : 1) * (1 + chance.Below(9))));
    }

    private double Within(int bin, Chance chance)
    {
        var low = bin == 0 ? _knots[0] : _edges[bin - 1];
        var high = bin == _edges.Length ? _knots[^1] : _edges[bin];
        var from = Math.Max(0, LowerKnot(low));
        var to = Math.Max(from + 1, LowerKnot(high));
        var at = from + (chance.Unit() * (to - from));
        var knot = Math.Min((int)at, Knots - 1);
        return Math.Clamp(_knots[knot] + ((at - knot) * (_knots[knot + 1] - _knots[knot])), _scale.Least, _scale.Most);
    }

    private int LowerKnot(double value)
    {
        var at = 0;
        while (at < Knots && _knots[at] < value)
        {
            at++;
        }

        return at;
    }

    private int Above(double value)
    {
        var bin = 0;
        while (bin < _edges.Length && value >= _edges[bin])
        {
            bin++;
        }

        return bin;
    }

    private void TakeCommon(List<double> sample, int common)
    {
        for (var i = 0; i < sample.Count && _common.Count < MostCommon;)
        {
            var end = i;
            while (end < sample.Count && sample[end].Equals(sample[i]))
            {
                end++;
            }

            if (end - i >= common)
            {
                _common.Add(sample[i]);
            }

            i = end;
        }

        sample.RemoveAll(_common.Contains);
    }
}
