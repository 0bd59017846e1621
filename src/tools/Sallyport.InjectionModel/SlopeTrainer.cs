using Sallyport.Detectors.Injection.Model;

namespace Sallyport.InjectionModel;

/// <summary>Logistic regression over standardised traits, each weight held to its direction; full gradient, deterministic.</summary>
internal static class SlopeTrainer
{
    private const int Steps = 400;
    private const float Rate = 0.5f;
    private const float Ridge = 0.001f;

    public static Slope Train(IReadOnlyList<float[]> rows, IReadOnlyList<float> labels, IReadOnlyList<float> weights)
    {
        var (mean, spread) = Moments(rows);
        var (slope, bias) = (new float[Traits.Count], 0f);
        var scaled = rows.Select(r => r.Select((x, t) => Math.Clamp((x - mean[t]) / spread[t], -4, 4)).ToArray()).ToArray();
        var total = weights.Sum();
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[Traits.Count];
            var biasGradient = 0.0;
            for (var i = 0; i < scaled.Length; i++)
            {
                var sum = bias;
                for (var t = 0; t < slope.Length; t++)
                {
                    sum += slope[t] * scaled[i][t];
                }

                var error = weights[i] * ((1 / (1 + MathF.Exp(-sum))) - labels[i]);
                biasGradient += error;
                for (var t = 0; t < slope.Length; t++)
                {
                    gradient[t] += error * scaled[i][t];
                }
            }

            bias -= (float)(Rate * biasGradient / total);
            for (var t = 0; t < slope.Length; t++)
            {
                slope[t] -= Rate * ((float)(gradient[t] / total) + (Ridge * slope[t]));
                slope[t] = Traits.Direction(t) switch { 1 => Math.Max(0, slope[t]), -1 => Math.Min(0, slope[t]), _ => 0 };
            }
        }

        for (var t = 0; t < slope.Length; t++)
        {
            slope[t] /= spread[t];
            bias -= slope[t] * mean[t];
        }

        return new Slope(bias, slope);
    }

    private static (float[] Mean, float[] Spread) Moments(IReadOnlyList<float[]> rows)
    {
        var (mean, spread) = (new float[Traits.Count], new float[Traits.Count]);
        for (var t = 0; t < Traits.Count; t++)
        {
            var average = rows.Average(r => r[t]);
            mean[t] = average;
            spread[t] = MathF.Max(0.05f, MathF.Sqrt(rows.Average(r => (r[t] - average) * (r[t] - average))));
        }

        return (mean, spread);
    }
}
