using Sallyport.Core.Findings;

namespace Sallyport.Reports.Tests.GitHub;

public sealed class GitHubReportTests
{
    [Fact]
    public void A_finding_is_an_annotation_of_its_line() =>
        Lines(Sample.Result(Sample.Finding()))[0].ShouldBe(
            $"::error file=src/app.py,line=2,endLine=2,col=8,endColumn=47,title=secrets/example-key::Example key {Mask.Preview(Sample.Secret)}%0Achecksum right%0Asallyport explain secrets/example-key");

    [Fact]
    public void What_the_runner_would_read_is_escaped()
    {
        var line = Lines(Sample.Result(Sample.Finding(path: "a,b:c%.py") with { Title = "100%\n::error::" }))[0];
        line.ShouldStartWith("::error file=a%2Cb%3Ac%25.py,line=");
        line.ShouldContain("::100%25\\u{a}::error::");
    }

    [Fact]
    public void A_place_over_several_lines_has_no_columns() =>
        Lines(Sample.Result(Sample.Finding() with { End = new(4, 3) }))[0].ShouldStartWith("::error file=src/app.py,line=2,endLine=4,title=");

    [Theory]
    [InlineData(10, 10, null)]
    [InlineData(11, 10, "::error title=Sallyport::2 more errors of 11")]
    [InlineData(500, 10, "::error title=Sallyport::491 more errors of 500")]
    public void Not_more_than_GitHub_shows_and_the_rest_is_counted(int count, int annotations, string? last)
    {
        var lines = Lines(Sample.Result([.. Enumerable.Repeat(Sample.Finding(), count)]));
        var shown = lines.Where(l => l.StartsWith("::error", StringComparison.Ordinal)).ToArray();
        shown.Length.ShouldBe(annotations);
        if (last is not null)
        {
            shown[^1].ShouldStartWith(last);
        }

        lines.Count(l => l.StartsWith("src/app.py", StringComparison.Ordinal)).ShouldBe(count, "the log lists all");
    }

    [Fact]
    public void Only_our_own_lines_are_commands()
    {
        string[] ours = ["::error file=", "::group::Sallyport", "::endgroup::"];
        foreach (var line in Lines(Sample.Hostile()).Where(l => l.Contains("::", StringComparison.Ordinal)))
        {
            ours.ShouldContain(o => line.StartsWith(o, StringComparison.Ordinal), line);
        }
    }

    private static string[] Lines(ScanResult result) => Sample.Text("github", result).Split('\n');
}
