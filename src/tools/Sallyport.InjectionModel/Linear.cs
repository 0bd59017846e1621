using Sallyport.Detectors.Injection.Model;

namespace Sallyport.InjectionModel;

/// <summary>One head: a logistic regression over hashed words, meanings, or both.</summary>
internal sealed class Linear(int surface, int meanings)
{
    private const float Rate = 1;
    private const float Slow = 3; // keeps words that were met once from weighing much
    private const float Decay = 2e-5f;
    private readonly float[] _surface = new float[surface];
    private readonly float[] _surfaceSquares = new float[surface];
    private readonly float[] _meanings = new float[meanings];
    private readonly float[] _meaningSquares = new float[meanings];
    private readonly int[] _combined = new int[512];
    private float _biasSquares;

    public float Bias { get; private set; }

    public float Of(Window window) => Sum(window, out _, out _, out _);

    public void Step(Window window)
    {
        var sum = Sum(window, out var byWords, out var byMeans, out var combined);
        var gradient = window.Weight * ((1 / (1 + MathF.Exp(-sum))) - window.Label);
        if (MathF.Abs(gradient) < 1e-4f)
        {
            return;
        }

        _biasSquares += gradient * gradient;
        Bias -= Rate * 0.1f * gradient / MathF.Sqrt(_biasSquares + 1);
        for (var i = window.Start; i < window.Start + window.Length; i++)
        {
            if (surface > 0)
            {
                Update(_surface, _surfaceSquares, window.Passage.Surface[i], gradient * byWords);
            }

            if (meanings > 0)
            {
                Update(_meanings, _meaningSquares, window.Passage.Meanings[i], gradient * byMeans);
            }
        }

        if (meanings > 0)
        {
            Update(_meanings, _meaningSquares, _combined.AsSpan(0, combined), gradient * byMeans);
        }
    }

    public float Scale() => Math.Max(1e-6f, _surface.Concat(_meanings).Max(MathF.Abs) / 127);

    public void WriteSurface(BinaryWriter writer, float scale) => Write(writer, _surface, scale);

    public void WriteMeanings(BinaryWriter writer, float scale) => Write(writer, _meanings, scale);

    private static void Write(BinaryWriter writer, float[] weights, float scale)
    {
        foreach (var weight in weights)
        {
            writer.Write((sbyte)Math.Clamp(MathF.Round(weight / scale), -127, 127));
        }
    }

    private float Sum(Window window, out float byWords, out float byMeans, out int combined)
    {
        float words = 0, means = 0;
        int wordCount = 0, meanCount = 0;
        var mask = 0UL;
        for (var i = window.Start; i < window.Start + window.Length; i++)
        {
            if (surface > 0)
            {
                foreach (var index in window.Passage.Surface[i])
                {
                    words += _surface[index];
                }
            }

            wordCount += window.Passage.Surface[i].Length;
            if (meanings > 0)
            {
                foreach (var index in window.Passage.Meanings[i])
                {
                    means += _meanings[index];
                }
            }

            meanCount += window.Passage.Meanings[i].Length;
            mask |= window.Passage.Masks[i];
        }

        combined = SentenceFeatures.Combine(mask, _combined);
        if (meanings > 0)
        {
            for (var i = 0; i < combined; i++)
            {
                means += _meanings[_combined[i]];
            }
        }

        byWords = 1 / MathF.Sqrt(wordCount + 1);
        byMeans = 1 / MathF.Sqrt(meanCount + combined + 1);
        return Bias + (words * byWords) + (means * byMeans);
    }

    private static void Update(float[] weights, float[] squares, ReadOnlySpan<int> indices, float gradient)
    {
        foreach (var index in indices)
        {
            squares[index] += gradient * gradient;
            weights[index] -= Rate * ((gradient / MathF.Sqrt(squares[index] + Slow)) + (Decay * weights[index]));
        }
    }
}
