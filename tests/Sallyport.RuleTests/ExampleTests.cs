using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets;
using Sallyport.Engine;
using Sallyport.Rules.Pages;

namespace Sallyport.RuleTests;

/// <summary>Every example on every page holds, with freshly drawn tokens.</summary>
public sealed class ExampleTests
{
    private const int Draws = 3;
    private static readonly IDetector Detector = new SecretDetector(BuiltInRules.Load().Rules);

    public static TheoryData<string, int> Examples(ExampleKind kind)
    {
        var data = new TheoryData<string, int>();
        foreach (var page in Pages.All)
        {
            foreach (var example in page.Examples.Where(e => e.Kind == kind))
            {
                data.Add(page.Id, example.Line);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples), ExampleKind.Bad)]
    public void A_bad_example_is_reported_exactly_where_it_is_marked(string id, int line)
    {
        var (page, example) = Find(id, line);
        for (var draw = 0; draw < Draws; draw++)
        {
            var text = ExampleText.Expand(page, example, (line * 31) + draw);
            var all = Run(text, example);
            var reported = all.Where(d => d.Rule == id && Level(d) >= Core.Findings.Level.Warning).ToArray();
            var said = $"{text}\nreported: {string.Join(", ", all.Select(d => $"{d.Rule} {Level(d).Name()} {d.Span}"))}";
            reported.Select(d => d.Span).Order(BySpan).ShouldBe(text.Marks.Order(BySpan), said);
            if (example.Attributes.TryGetValue("level", out var level))
            {
                reported.ShouldAllBe(d => Level(d).Name() == level, text.ToString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Examples), ExampleKind.Good)]
    public void A_good_example_is_not_reported_by_its_rule(string id, int line)
    {
        var (page, example) = Find(id, line);
        for (var draw = 0; draw < Draws; draw++)
        {
            var text = ExampleText.Expand(page, example, (line * 31) + draw);
            Run(text, example).Where(d => d.Rule == id && Level(d) >= Core.Findings.Level.Warning).ShouldBeEmpty(text.ToString());
        }
    }

    private static Comparer<TextSpan> BySpan { get; } = Comparer<TextSpan>.Create((x, y) => (x.Start, x.Length).CompareTo((y.Start, y.Length)));

    private static Level Level(Detected detected) => Levels.Of(detected.Severity, detected.Confidence);

    private static (RulePage Page, RuleExample Example) Find(string id, int line)
    {
        var page = Pages.All.Single(p => p.Id == id);
        return (page, page.Examples.Single(e => e.Line == line));
    }

    private static List<Detected> Run(ExampleText text, RuleExample example)
    {
        var sink = new Sink();
        Detector.Index(new Artifact(ExampleFile.Name(example), text.Bytes), sink);
        return [.. sink.Detected, .. PolicyExamples.Run(ExampleFile.Name(example), text.Bytes)];
    }

    private sealed class Sink : IDetectionSink
    {
        public List<Detected> Detected { get; } = [];

        public void Report(Detected detected) => Detected.Add(detected);

        public void Derive(Artifact inner) => Detector.Index(inner, this);

        public void Skip(Skipped skipped)
        {
        }
    }
}
