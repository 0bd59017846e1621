using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Rules.Pages;

namespace Sallyport.RuleTests;

/// <summary>Every example on every page holds, with freshly drawn tokens.</summary>
public sealed class ExampleTests
{
    private const int Draws = 3;

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
            var all = ExampleGate.Findings(page, example, text.Bytes);
            var reported = all.Where(d => d.Rule == id && d.Level >= Counts(page)).ToArray();
            var said = $"{text}\nreported: {string.Join(", ", all.Select(d => $"{d.Rule} {d.Level.Name()} {d.Span}"))}";
            reported.Select(d => d.Span).Order(BySpan).ShouldBe(text.Marks.Order(BySpan), said);
            if (example.Attributes.TryGetValue("level", out var level))
            {
                reported.ShouldAllBe(d => d.Level.Name() == level, text.ToString());
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
            ExampleGate.Findings(page, example, text.Bytes).Where(d => d.Rule == id && d.Level >= Counts(page)).ShouldBeEmpty(text.ToString());
        }
    }

    // A rule that can only ever give notes is tested by them.
    private static Level Counts(RulePage page) => Levels.Of(page.Severity, page.Confidence) < Level.Warning ? Level.Note : Level.Warning;

    private static Comparer<TextSpan> BySpan { get; } = Comparer<TextSpan>.Create((x, y) => (x.Start, x.Length).CompareTo((y.Start, y.Length)));

    private static (RulePage Page, RuleExample Example) Find(string id, int line)
    {
        var page = Pages.All.Single(p => p.Id == id);
        return (page, page.Examples.Single(e => e.Line == line));
    }
}
