using System.Runtime.CompilerServices;
using Sallyport.Detectors.Injection.Language;

namespace Sallyport.Detectors.Injection.Model;

/// <summary>The linear model: a sum of weights for three questions about a few sentences.</summary>
/// <remarks>By its words, by its meanings, and whether it asks a reader to do something at all. Sums are divided by the root of their number, so that length does not count.</remarks>
internal sealed class Heads
{
    /// <summary>How many bytes the weights take: a head has a bias and a scale, then its weights.</summary>
    public const int Size = (3 * 8) + (2 * SentenceFeatures.SurfaceSize) + (2 * SentenceFeatures.MeaningSize);

    private readonly sbyte[] _words;
    private readonly sbyte[] _asksWords;
    private readonly sbyte[] _means;
    private readonly sbyte[] _asksMeans;
    private readonly float _wordBias;
    private readonly float _wordScale;
    private readonly float _meanBias;
    private readonly float _meanScale;
    private readonly float _askBias;
    private readonly float _askScale;

    public Heads(ReadOnlySpan<byte> weights)
    {
        Span<float> numbers = stackalloc float[6];
        for (var i = 0; i < 6; i++)
        {
            numbers[i] = BitConverter.ToSingle(weights[(i * 4)..]);
        }

        (_wordBias, _wordScale, _meanBias, _meanScale, _askBias, _askScale) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        var at = 24;
        _words = Take(weights, ref at, SentenceFeatures.SurfaceSize);
        _asksWords = Take(weights, ref at, SentenceFeatures.SurfaceSize);
        _means = Take(weights, ref at, SentenceFeatures.MeaningSize);
        _asksMeans = Take(weights, ref at, SentenceFeatures.MeaningSize);
    }

    /// <summary>Adds up what does not change when sentences are joined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Sums Add(SentenceFeatures features)
    {
        int words = 0, asks = 0, means = 0, asksMeans = 0;
        foreach (var i in features.Surface)
        {
            words += _words[i];
            asks += _asksWords[i];
        }

        foreach (var i in features.Meanings)
        {
            means += _means[i];
            asksMeans += _asksMeans[i];
        }

        return new Sums(words, asks, features.Surface.Length, means, asksMeans, features.Meanings.Length, features.Mask);
    }

    /// <summary>Answers the three questions for one or several sentences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Answer Of(in Sums sums)
    {
        Span<int> combined = stackalloc int[512];
        var count = SentenceFeatures.Combine(sums.Mask, combined);
        int means = sums.Means, asks = sums.AsksMeans;
        for (var i = 0; i < count; i++)
        {
            means += _means[combined[i]];
            asks += _asksMeans[combined[i]];
        }

        var byWords = MathF.ReciprocalSqrtEstimate(sums.WordCount + 1);
        var byMeans = MathF.ReciprocalSqrtEstimate(sums.MeanCount + count + 1);
        return new Answer(
            _wordBias + (sums.Words * _wordScale * byWords),
            _meanBias + (means * _meanScale * byMeans),
            _askBias + (((sums.AsksWords * byWords) + (asks * byMeans)) * _askScale));
    }

    private static sbyte[] Take(ReadOnlySpan<byte> weights, ref int at, int length)
    {
        var taken = new sbyte[length];
        System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(weights.Slice(at, length)).CopyTo(taken);
        at += length;
        return taken;
    }
}
