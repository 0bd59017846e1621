using System.Runtime.InteropServices;
using Sallyport.Detectors.Secrets.Generic;

namespace Sallyport.SecretModel;

/// <summary>Gradient boosting of small trees on binned features with logistic loss; deterministic.</summary>
internal sealed class Boosting(int trees, int depth, float rate)
{
    private const int Bins = 48;
    private const float Ridge = 4;
    private const float LeastWeight = 12;
    private readonly List<Likelihood.Node> _nodes = [];
    private readonly List<int> _roots = [];
    private float[][] _cuts = [];
    private byte[][] _bins = [];

    /// <summary>As the committed weights are trained.</summary>
    public static Boosting Standard() => new(trees: 120, depth: 3, rate: 0.12f);

    public byte[] Train(IReadOnlyList<Sample> samples)
    {
        Bin(samples);
        var positive = samples.Where(s => s.Label == 1).Sum(s => s.Weight);
        var bias = MathF.Log(positive / (samples.Sum(s => s.Weight) - positive));
        var scores = new float[samples.Count];
        Array.Fill(scores, bias);
        var (gradients, hessians) = (new float[samples.Count], new float[samples.Count]);
        for (var tree = 0; tree < trees; tree++)
        {
            for (var i = 0; i < samples.Count; i++)
            {
                var p = 1 / (1 + MathF.Exp(-scores[i]));
                gradients[i] = samples[i].Weight * (samples[i].Label - p);
                hessians[i] = samples[i].Weight * Math.Max(p * (1 - p), 1e-4f);
            }

            _roots.Add(Grow([.. Enumerable.Range(0, samples.Count)], gradients, hessians, scores, depth));
        }

        return Write(bias);
    }

    private void Bin(IReadOnlyList<Sample> samples)
    {
        _cuts = new float[FeatureReader.Count][];
        _bins = new byte[FeatureReader.Count][];
        for (var f = 0; f < FeatureReader.Count; f++)
        {
            var sorted = samples.Select(s => s.Features[f]).Order().ToArray();
            _cuts[f] = [.. Enumerable.Range(1, Bins - 1).Select(b => sorted[b * (sorted.Length - 1) / Bins]).Append(sorted[0]).Distinct().Order().Where(c => c < sorted[^1])];
            var cuts = _cuts[f];
            _bins[f] = [.. samples.Select(s => (byte)cuts.Count(c => s.Features[f] > c))];
        }
    }

    private int Grow(int[] rows, float[] gradients, float[] hessians, float[] scores, int levels)
    {
        var (feature, bin) = levels == 0 ? (-1, 0) : BestSplit(rows, gradients, hessians);
        var at = _nodes.Count;
        _nodes.Add(default);
        if (feature < 0)
        {
            var value = rate * rows.Sum(r => gradients[r]) / (rows.Sum(r => hessians[r]) + Ridge);
            foreach (var row in rows)
            {
                scores[row] += value;
            }

            _nodes[at] = new Likelihood.Node(255, value, 0, 0);
            return at;
        }

        var left = Grow([.. rows.Where(r => _bins[feature][r] <= bin)], gradients, hessians, scores, levels - 1);
        var right = Grow([.. rows.Where(r => _bins[feature][r] > bin)], gradients, hessians, scores, levels - 1);
        _nodes[at] = new Likelihood.Node((byte)feature, _cuts[feature][bin], (ushort)left, (ushort)right);
        return at;
    }

    private (int Feature, int Bin) BestSplit(int[] rows, float[] gradients, float[] hessians)
    {
        double g = 0, h = 0;
        foreach (var row in rows)
        {
            g += gradients[row];
            h += hessians[row];
        }

        var (best, gain) = ((-1, 0), 1e-3);
        Span<double> sums = stackalloc double[256];
        Span<double> weights = stackalloc double[256];
        for (var f = 0; f < FeatureReader.Count; f++)
        {
            sums.Clear();
            weights.Clear();
            foreach (var row in rows)
            {
                sums[_bins[f][row]] += gradients[row];
                weights[_bins[f][row]] += hessians[row];
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

                var better = (gl * gl / (hl + Ridge)) + ((g - gl) * (g - gl) / (h - hl + Ridge)) - (g * g / (h + Ridge));
                if (better > gain)
                {
                    (best, gain) = ((f, b), better);
                }
            }
        }

        return best;
    }

    private byte[] Write(float bias)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(_roots.Count);
        writer.Write(bias);
        _roots.ForEach(writer.Write);
        writer.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_nodes)));
        return stream.ToArray();
    }
}
