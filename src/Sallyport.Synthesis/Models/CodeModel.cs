using Sallyport.Synthesis.Kinds;
using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Models;

/// <summary>A column of codes: values of the same shapes, drawn character by character.</summary>
internal sealed class CodeModel : ColumnModel
{
    private readonly IReadOnlyList<Shape> _shapes;
    private readonly double[] _sums;
    private readonly int _common;

    public CodeModel(ShapeSet shapes, int common)
    {
        (_shapes, _common) = (shapes.Ordered(), common);
        var sum = 0.0;
        _sums = [.. _shapes.Select(s => sum += s.Count)];
    }

    public override string Kind => $"code such as {_shapes[0].Text}";

    public override string Draw(int bin, Chance chance, int attempt) =>
        _shapes[chance.Weighted(_sums)].Draw(chance, longer: attempt < 64 ? 0 : 1 + ((attempt - 64) / 32), _common);
}
