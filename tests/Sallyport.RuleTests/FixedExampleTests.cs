using System.Text;
using Sallyport.Engine.Fixing;
using Sallyport.Rules.Pages;

namespace Sallyport.RuleTests;

/// <summary>A <c>fixed</c> block is what <c>fix</c> makes of the <c>bad</c> block before it.</summary>
public sealed class FixedExampleTests
{
    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (var page in Pages.All)
        {
            foreach (var example in page.Examples.Where(e => e.Kind == ExampleKind.Fixed))
            {
                data.Add(page.Id, example.Line);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_bad_example_becomes_its_fixed_one(string id, int line)
    {
        var page = Pages.All.Single(p => p.Id == id);
        var expected = page.Examples.Single(e => e.Line == line);
        var bad = page.Examples.Last(e => e.Kind == ExampleKind.Bad && e.Line < line);
        var text = ExampleText.Expand(page, bad, line);
        var findings = ExampleGate.Findings(page, bad, text.Bytes).Where(f => f.Rule == id);
        Encoding.UTF8.GetString(Fixer.Apply(text.Bytes, findings, out _).ShouldNotBeNull()).ShouldBe(Encoding.UTF8.GetString(ExampleText.Expand(page, expected, line).Bytes));
    }
}
