using Sallyport.Detectors.Injection.Model;

namespace Sallyport.InjectionModel;

/// <summary>Trains the linear model by stochastic gradient descent with AdaGrad, on windows of a few sentences.</summary>
/// <remarks>A long text is an attack as a whole, not in each sentence: after the first round its strongest windows stand for it.</remarks>
internal sealed class HeadTrainer(int seed)
{
    private const int Rounds = 3;
    private readonly Random _random = new(seed);
    private readonly Linear _words = new(SentenceFeatures.SurfaceSize, 0);
    private readonly Linear _means = new(0, SentenceFeatures.MeaningSize);
    private readonly Linear _asks = new(SentenceFeatures.SurfaceSize, SentenceFeatures.MeaningSize);

    /// <summary>Trains all three heads.</summary>
    /// <param name="attacks">Texts that take an assistant over.</param>
    /// <param name="requests">Texts that ask for something.</param>
    /// <param name="ordinary">Texts that do neither, or ask a person.</param>
    /// <param name="prompts">Ordinary prompts: no attacks, but not documents either.</param>
    public Heads Train(IReadOnlyList<Passage> attacks, IReadOnlyList<Passage> requests, IReadOnlyList<Passage> ordinary, IReadOnlyList<Passage> prompts)
    {
        var negatives = Windows(ordinary.Concat(prompts), 0.5);
        Run(_words, attacks, negatives);
        Run(_means, attacks, negatives);
        Run(_asks, requests.Concat(attacks).ToArray(), Windows(ordinary, 0.4));
        return new Heads(Write());
    }

    /// <summary>The weights as the product reads them.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var scales = new[] { _words.Scale(), _means.Scale(), _asks.Scale() };
        foreach (var (head, scale) in ((Linear[])[_words, _means, _asks]).Zip(scales))
        {
            writer.Write(head.Bias);
            writer.Write(scale);
        }

        _words.WriteSurface(writer, scales[0]);
        _asks.WriteSurface(writer, scales[2]);
        _means.WriteMeanings(writer, scales[1]);
        _asks.WriteMeanings(writer, scales[2]);
        return stream.ToArray();
    }

    private List<Window> Windows(IEnumerable<Passage> passages, double share)
    {
        var windows = new List<Window>();
        foreach (var passage in passages)
        {
            for (var i = 0; i < passage.Count; i++)
            {
                foreach (var length in (int[])[1, 2, 4])
                {
                    if (i + length <= passage.Count && (passage.Count < 6 || _random.NextDouble() < share / length))
                    {
                        windows.Add(new Window(passage, i, length, 0, 1));
                    }
                }
            }
        }

        return windows;
    }

    private void Run(Linear head, IReadOnlyList<Passage> positives, List<Window> negatives)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var windows = new List<Window>();
            foreach (var passage in positives)
            {
                windows.AddRange(Positive(head, passage, round));
            }

            var weight = Math.Clamp(0.35f * negatives.Count / Math.Max(1, windows.Count), 1, 12);
            for (var i = 0; i < windows.Count; i++)
            {
                windows[i] = windows[i] with { Weight = windows[i].Weight * weight };
            }

            windows.AddRange(negatives);
            _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(windows));
            foreach (var window in windows)
            {
                head.Step(window);
            }
        }
    }

    private static IEnumerable<Window> Positive(Linear head, Passage passage, int round)
    {
        if (passage.Count <= 4)
        {
            return passage.Count == 0 ? [] : [new Window(passage, 0, passage.Count, 1, 1)];
        }

        var all = Enumerable.Range(0, passage.Count - 3).Select(i => new Window(passage, i, 4, 1, round == 0 ? 0.3f : 1));
        return round == 0 ? all.Where((_, i) => i % 2 == 0).Take(8) : all.OrderByDescending(head.Of).Take(3);
    }
}
