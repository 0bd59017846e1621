using Sallyport.Core.Artifacts;
using Sallyport.Detectors.Injection;
using Sallyport.Detectors.Injection.Model;

namespace Sallyport.InjectionModel;

/// <summary>Trains a whole model on what a filter lets through.</summary>
internal sealed class Training(Corpus corpus, Dictionary<Sample, Passage> passages)
{
    private const int Folds = 2;

    /// <summary>Trains; the trees see texts through linear models that were not trained on them.</summary>
    public (byte[] Heads, Slope Prompts, Slope DataSlope, Forest Data) Run(Func<Sample, bool> use)
    {
        var attacks = corpus.Attacks.Where(use).ToArray();
        var prompts = corpus.Prompts.Where(use).ToArray();
        var documents = corpus.Documents.Where(use).ToArray();
        var requests = corpus.Requests.Where(use).ToArray();
        var data = corpus.Data.Where(use).ToArray();
        var rows = attacks.Concat(prompts).Concat(documents).Concat(data).ToArray();
        var traits = new float[rows.Length][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var heads = new Heads(Heads(s => Fold(s) != fold, attacks, requests, documents.Concat(data.Where(d => d.Label == 0)), prompts));
            Parallel.For(0, rows.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
            {
                if (Fold(rows[i]) == fold)
                {
                    traits[i] = See(heads, rows[i]);
                }
            });
        }

        return (Heads(_ => true, attacks, requests, documents.Concat(data.Where(d => d.Label == 0)), prompts), Chosen(rows, traits, prompt: true, SlopeTrainer.Train), Chosen(rows, traits, prompt: false, SlopeTrainer.Train), Chosen(rows, traits, prompt: false, Trees.Train));
    }

    /// <summary>The traits of a sample.</summary>
    public static float[] See(Heads heads, Sample sample)
    {
        var traits = new float[Traits.Count];
        Traits.Of(InjectionInspector.Read(heads, sample.Bytes, out _, out _), sample.Carrier, traits);
        return traits;
    }

    /// <summary>Whether a sample holds what is reported whatever it says.</summary>
    public static bool Unseen(Heads heads, Sample sample)
    {
        InjectionInspector.Read(heads, sample.Bytes, out var hidden, out _);
        return hidden.Exists(v => v.Concealment == Detectors.Injection.Views.Concealment.Invisible);
    }

    private byte[] Heads(Func<Sample, bool> use, IEnumerable<Sample> attacks, IEnumerable<Sample> requests, IEnumerable<Sample> ordinary, IEnumerable<Sample> prompts)
    {
        var trainer = new HeadTrainer(5);
        trainer.Train(Of(attacks, use), Of(requests, use), Of(ordinary, use), Of(prompts, use));
        return trainer.Write();
    }

    private Passage[] Of(IEnumerable<Sample> samples, Func<Sample, bool> use) => [.. samples.Where(use).Select(s => passages[s])];

    // Attacks by their source, so that the trees meet sources that the linear model did not; others by their text.
    private static int Fold(Sample sample) => (sample.Label == 1 ? Sample.Bucketed(sample.Group) : sample.Bucket) % Folds;

    private static T Chosen<T>(Sample[] rows, float[][] traits, bool prompt, Func<IReadOnlyList<float[]>, IReadOnlyList<float>, IReadOnlyList<float>, T> train)
    {
        var chosen = Enumerable.Range(0, rows.Length).Where(i => rows[i].Carrier == Carrier.Prompt == prompt).ToArray();
        var positives = chosen.Count(i => rows[i].Label == 1);
        var balance = (float)(chosen.Length - positives) / Math.Max(1, positives);
        var counts = chosen.Where(i => rows[i].Label == 1).CountBy(i => rows[i].Source).ToDictionary();
        return train([.. chosen.Select(i => traits[i])], [.. chosen.Select(i => (float)rows[i].Label)], [.. chosen.Select(i => rows[i].Label == 0 ? 1 : Weight(rows[i], counts, positives) * balance)]);
    }

    // Sources weigh by the root of their size.
    private static float Weight(Sample row, Dictionary<string, int> counts, int positives) =>
        MathF.Sqrt((float)positives / counts.Count / counts[row.Source]) * 0.8f;
}
