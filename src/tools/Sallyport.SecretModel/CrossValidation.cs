using Sallyport.Detectors.Secrets.Generic;

namespace Sallyport.SecretModel;

/// <summary>Says what the weights do on repositories and providers they did not see.</summary>
internal static class CrossValidation
{
    private const int Folds = 4;

    /// <summary>Prints the figures and writes every judgement to <paramref name="list"/>, surest first.</summary>
    public static void Print(Sample[] samples, string list)
    {
        var judged = new List<(Sample Sample, float Likelihood)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Likelihood.Load(Boosting.Standard().Train([.. samples.Where(s => Fold(s) != fold)]));
            judged.AddRange(samples.Where(s => Fold(s) == fold && s.Place.Length > 0).Select(s => (s, model.Of(s.Features))));
        }

        foreach (var threshold in new[] { 0.3f, 0.4f, 0.5f, 0.6f, 0.7f })
        {
            var right = judged.Count(j => j.Likelihood >= threshold && j.Sample.Label == 1);
            var wrong = judged.Count(j => j.Likelihood >= threshold && j.Sample.Label == 0);
            var missed = judged.Count(j => j.Likelihood < threshold && j.Sample.Label == 1);
            Console.WriteLine($"unseen repositories at {threshold}: right {right} wrong {wrong} missed {missed} F1 {2.0 * right / Math.Max(1, (2 * right) + wrong + missed):F3}");
        }

        File.WriteAllLines(list, judged.OrderByDescending(j => j.Likelihood).Select(j => $"{j.Likelihood:F3}\t{j.Sample.Label}\t{j.Sample.Group}\t{j.Sample.Place.ReplaceLineEndings(" ")}"));
    }

    private static int Fold(Sample sample) => (int)(sample.Group.Aggregate(17u, (h, c) => (h * 31) + c) % Folds);
}
