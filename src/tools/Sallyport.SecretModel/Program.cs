using Sallyport.Detectors.Secrets.Generic;
using Sallyport.SecretModel;

// letters OUT LIST…            the letter model from word lists
// train OUT [lines=F|cases=F|clean=DIR]…   the weights, after a cross-validation that never tests on a repository it saw
if (args is ["letters", var table, .. var lists])
{
    File.WriteAllBytes(table, LetterTable.Make(lists));
    return 0;
}

if (args is not ["train", var output, .. var sources])
{
    Console.Error.WriteLine("usage: letters OUT LIST… | train OUT [lines=F|cases=F|clean=DIR]…");
    return 2;
}

var samples = sources.SelectMany(s => s.Split('=', 2) switch
{
    ["lines", var file] => SampleReader.Lines(file),
    ["cases", var file] => SampleReader.Cases(file),
    ["clean", var folder] => SampleReader.Clean(folder),
    _ => throw new ArgumentException($"{s} is none of lines=, cases=, clean="),
}).ToArray();
Console.WriteLine($"{samples.Length} samples, {samples.Count(s => s.Label == 1)} credentials, {samples.Select(s => s.Group).Distinct().Count()} groups");
var trees = int.Parse(Environment.GetEnvironmentVariable("TREES") ?? "120", System.Globalization.CultureInfo.InvariantCulture);
var depth = int.Parse(Environment.GetEnvironmentVariable("DEPTH") ?? "3", System.Globalization.CultureInfo.InvariantCulture);
const int folds = 4;
var judged = new List<(Sample Sample, float Likelihood)>();
for (var fold = 0; fold < folds && Environment.GetEnvironmentVariable("NOCV") is null; fold++)
{
    var inside = samples.Where(s => Fold(s) != fold).ToArray();
    var model = Likelihood.Load(new Boosting(trees, depth, 0.12f).Train(inside));
    judged.AddRange(samples.Where(s => Fold(s) == fold).Select(s => (s, model.Of(s.Features))));
}

foreach (var threshold in new[] { 0.3f, 0.4f, 0.5f, 0.6f, 0.7f })
{
    var right = judged.Count(j => j.Likelihood >= threshold && j.Sample.Label == 1);
    var wrong = judged.Count(j => j.Likelihood >= threshold && j.Sample.Label == 0);
    var missed = judged.Count(j => j.Likelihood < threshold && j.Sample.Label == 1);
    Console.WriteLine($"unseen repositories at {threshold}: right {right} wrong {wrong} missed {missed} F1 {2.0 * right / Math.Max(1, (2 * right) + wrong + missed):F3}");
}

File.WriteAllLines(output + ".judged", judged.OrderByDescending(j => j.Likelihood).Select(j => $"{j.Likelihood:F3}\t{j.Sample.Label}\t{j.Sample.Group}\t{j.Sample.Place.ReplaceLineEndings(" ")}"));
File.WriteAllBytes(output, new Boosting(trees, depth, 0.12f).Train(samples));
return 0;

static int Fold(Sample sample) => (int)(sample.Group.Aggregate(17u, (h, c) => (h * 31) + c) % folds);
