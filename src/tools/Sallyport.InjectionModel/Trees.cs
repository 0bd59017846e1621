using Sallyport.Detectors.Injection.Model;

namespace Sallyport.InjectionModel;

/// <summary>Gradient boosting of small trees on binned traits with logistic loss; deterministic.</summary>
internal sealed class Trees(int count, int depth, float rate)
{
    private const int Bins = 64;
    private const float Ridge = 6;
    private const float LeastWeight = 6;
    private readonly List<Forest.Node> _nodes = [];
    private readonly List<int> _roots = [];
    private float[][] _cuts = [];
    private byte[][] _bins = [];

    /// <summary>As the committed weights are trained.</summary>
    public static Forest Train(IReadOnlyList<float[]> rows, IReadOnlyList<float> labels, IReadOnlyList<float> weights) => new Trees(160, 3, 0.08f).Grow(rows, labels, weights);

    private Forest Grow(IReadOnlyList<float[]> rows, IReadOnlyList<float> labels, IReadOnlyList<float> weights)
    {
        Bin(rows);
        var positive = labels.Zip(weights, (l, w) => l * w).Sum();
        var bias = MathF.Log(positive / (weights.Sum() - positive));
        var scores = new float[rows.Count];
        Array.Fill(scores, bias);
        var (gradients, hessians) = (new float[rows.Count], new float[rows.Count]);
        for (var tree = 0; tree < count; tree++)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var p = 1 / (1 + MathF.Exp(-scores[i]));
                gradients[i] = weights[i] * (labels[i] - p);
                hessians[i] = weights[i] * Math.Max(p * (1 - p), 1e-4f);
            }

            _roots.Add(Grow([.. Enumerable.Range(0, rows.Count)], gradients, hessians, scores, depth));
        }

        return new Forest(bias, [.. _roots], [.. _nodes]);
    }

    private void Bin(IReadOnlyList<float[]> rows)
    {
        _cuts = new float[Traits.Count][];
        _bins = new byte[Traits.Count][];
        for (var f = 0; f < Traits.Count; f++)
        {
            var sorted = rows.Select(r => r[f]).Order().ToArray();
            var cuts = Enumerable.Range(1, Bins - 1).Select(b => sorted[b * (sorted.Length - 1) / Bins]).Append(sorted[0]).Distinct().Order().Where(c => c < sorted[^1]).ToArray();
            _cuts[f] = cuts;
            _bins[f] = [.. rows.Select(r => (byte)(Array.BinarySearch(cuts, r[f]) is var at && at < 0 ? ~at : at))];
        }
    }

    private int Grow(int[] rows, float[] gradients, float[] hessians, float[] scores, int levels)
    {
        var (trait, bin) = levels == 0 ? (-1, 0) : BestSplit(rows, gradients, hessians);
        var at = _nodes.Count;
        _nodes.Add(default);
        if (trait < 0)
        {
            var value = rate * rows.Sum(r => gradients[r]) / (rows.Sum(r => hessians[r]) + Ridge);
            foreach (var row in rows)
            {
                scores[row] += value;
            }

            _nodes[at] = new Forest.Node(-1, 0, 0, value);
            return at;
        }

        var left = Grow([.. rows.Where(r => _bins[trait][r] <= bin)], gradients, hessians, scores, levels - 1);
        var right = Grow([.. rows.Where(r => _bins[trait][r] > bin)], gradients, hessians, scores, levels - 1);
        _nodes[at] = new Forest.Node(trait, left, right, _cuts[trait][bin]);
        return at;
    }

    private (int Trait, int Bin) BestSplit(int[] rows, float[] gradients, float[] hessians)
    {
        double g = 0, h = 0;
        foreach (var row in rows)
        {
            g += gradients[row];
            h += hessians[row];
        }

        var (best, gain) = ((-1, 0), 1e-3);
        Span<double> sums = stackalloc double[Bins + 1];
        Span<double> weights = stackalloc double[Bins + 1];
        for (var f = 0; f < Traits.Count; f++)
        {
            var direction = Traits.Direction(f);
            if (_cuts[f].Length == 0)
            {
                continue;
            }

            sums.Clear();
            weights.Clear();
            var bins = _bins[f];
            foreach (var row in rows)
            {
                sums[bins[row]] += gradients[row];
                weights[bins[row]] += hessians[row];
            }

            double gl = 0, hl = 0;
            for (var b = 0; b < _cuts[f].Length; b++)
            {
                gl += sums[b];
                hl += weights[b];
                if (hl < LeastWeight / 4 || h - hl < LeastWeight / 4)
                {
                    continue;
                }

                if (direction * ((gl / (hl + Ridge)) - ((g - gl) / (h - hl + Ridge))) > 0)
                {
                    continue; // Against what may be.
                }

                var better = (gl * gl / (hl + Ridge)) + ((g - gl) * (g - gl) / (h - hl + Ridge)) - (g * g / (h + Ridge));
                if (better > gain)
                {
                    (best, gain) = ((f, b), better);
                }
            }
        }

        return best;
    }
}
