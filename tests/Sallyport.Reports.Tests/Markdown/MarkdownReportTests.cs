using Sallyport.Core.Findings;

namespace Sallyport.Reports.Tests.Markdown;

public sealed class MarkdownReportTests
{
    [Fact]
    public void Findings_are_rows_under_their_level()
    {
        var text = Sample.Text("markdown", Sample.Result(Sample.Finding(path: "a.py"), Sample.Finding("x = [|eval(y)|]", "b.py", severity: Severity.Medium)));
        text.ShouldStartWith("## Sallyport: 1 error, 1 warning, 0 notes\n\n### Errors\n\n| place | rule | finding |\n| --- | --- | --- |\n| <code>a.py\\:2\\:8</code> | <code>secrets/example-key</code> | Example key <code>zq");
        text.ShouldContain("### Warnings");
    }

    [Fact]
    public void Scanned_text_makes_no_cell_link_or_element()
    {
        var row = Sample.Text("markdown", Sample.Result(Sample.Finding(path: "a|b](http://x)<img>`_*.py"))).Split('\n').Single(l => l.StartsWith("| <code>a", StringComparison.Ordinal));
        row.ShouldStartWith(@"| <code>a\|b\]\(http\://x\)&#60;img&#62;\`\_\*.py\:2\:8</code> |");
    }

    [Fact]
    public void What_does_not_fit_is_counted()
    {
        var result = Sample.Result([.. Enumerable.Repeat(Sample.Finding(), 1000)]);
        var text = Sample.Text("markdown", result, new ReportOptions { Room = 50_000 });
        text.Length.ShouldBeLessThan(50_000);
        var rows = text.Split('\n').Count(l => l.StartsWith("| <code>src", StringComparison.Ordinal));
        rows.ShouldBeGreaterThan(100);
        text.ShouldContain($"and {1000 - rows} more that would make this summary too long");
    }
}
