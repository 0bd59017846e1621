using Sallyport.Core.Findings;

namespace Sallyport.Reports.Tests.Text;

public sealed class TextReportTests
{
    [Fact]
    public void A_finding_is_shown_with_its_place_reasons_and_remedy() =>
        Sample.Text("text", Sample.Result(Sample.Finding())).ShouldBe("""
            error[secrets/example-key]: Example key
             --> src/app.py:2:8
               |
             1 | before
             2 | key = 'zq**************************************'
               |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
             3 | after
               |
              = evidence: checksum right
              = why: Who holds it (e.g. a reader of logs) pays with your card
              = fix: Revoke it at Example
              help: sallyport explain secrets/example-key

            1 error, 0 warnings, 0 notes in 3 files (1.2 kB); 0 suppressed; 0 skipped; 0.12 s

            """);

    [Fact]
    public void The_worst_comes_first_and_a_rule_is_explained_once()
    {
        var text = Sample.Text("text", Sample.Result(Sample.Finding(path: "a.py", severity: Severity.Low), Sample.Finding(path: "b.py"), Sample.Finding(path: "c.py")));
        text.IndexOf("b.py", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("a.py", StringComparison.Ordinal));
        text.Split("= why:").Length.ShouldBe(2);
        text.Split("help: sallyport explain").Length.ShouldBe(4);
    }

    [Fact]
    public void The_same_value_in_several_places_is_one_block()
    {
        var places = Enumerable.Range(1, 8).Select(i => Sample.Finding(path: $"{i}.py") with { SameValue = 4 }).ToArray();
        var text = Sample.Text("text", Sample.Result(places));
        text.Split("error[").Length.ShouldBe(2);
        text.ShouldContain("= also at: 2.py:2:8, 3.py:2:8, 4.py:2:8, 5.py:2:8, 6.py:2:8 and 2 more places");
        text.ShouldContain("8 errors, 0 warnings");
    }

    [Fact]
    public void After_ten_blocks_a_finding_takes_one_line()
    {
        var findings = Enumerable.Range(1, 12).Select(i => Sample.Finding(path: $"{i}.py")).ToArray();
        var text = Sample.Text("text", Sample.Result(findings));
        text.Split(" --> ").Length.ShouldBe(11);
        text.ShouldContain("2 more, one line each (`--output full` shows every frame):\n11.py:2:8: error[secrets/example-key]: Example key zq");
        Sample.Text("full", Sample.Result(findings)).Split(" --> ").Length.ShouldBe(13);
    }

    [Fact]
    public void Concise_is_one_line_a_finding_and_the_last_line()
    {
        var text = Sample.Text("concise", Sample.Result(Sample.Finding(), Sample.Finding(path: "b.py")));
        text.Split('\n').Length.ShouldBe(4);
        text.ShouldStartWith("src/app.py:2:8: error[secrets/example-key]: Example key zq");
    }

    [Fact]
    public void What_is_suppressed_is_counted_and_listed_on_demand()
    {
        var result = Sample.Result(Sample.Finding() with { Suppression = new Suppression(SuppressionKind.InSource, "test data", new DateOnly(2027, 6, 1)) });
        Sample.Text("text", result).ShouldBe("no findings in 3 files (1.2 kB); 1 suppressed; 0 skipped; 0.12 s\n");
        Sample.Text("text", result, new ReportOptions { Suppressed = true })
            .ShouldContain("  src/app.py:2:8: error[secrets/example-key]: Example key (comment: test data, until 2027-06-01)");
    }

    [Fact]
    public void A_gap_is_listed_and_what_is_normal_only_counted()
    {
        var skips = Enumerable.Range(0, 25).Select(i => new Skipped($"{i}.log", "permission denied")).Append(new Skipped("a.png", "binary content", Expected: true));
        var text = Sample.Text("text", Sample.Result() with { Skipped = [.. skips], RulesRun = 412 });
        text.ShouldContain("not read:\n  0.log: permission denied\n");
        text.ShouldContain("  and 5 more (`--output json` lists them all)");
        text.ShouldNotContain("a.png");
        text.ShouldEndWith("no findings in 3 files (1.2 kB), looked for with 412 rules; 0 suppressed; 26 skipped (25 permission denied, 1 binary content); 0.12 s\n");
    }

    [Fact]
    public void Colours_and_links_are_written_when_asked_for()
    {
        var text = Sample.Text("text", Sample.Result(Sample.Finding(path: "a b.py")), new ReportOptions { Color = true, LinkRoot = "/home/me" });
        text.ShouldContain("\e[1;31merror[secrets/example-key]\e[0m");
        text.ShouldContain("\e]8;;file:///home/me/a%20b.py\e\\a b.py:2:8\e]8;;\e\\");
    }

    [Fact]
    public void What_lies_in_an_archive_or_in_history_is_no_link()
    {
        var options = new ReportOptions { LinkRoot = "/home/me" };
        Sample.Text("text", Sample.Result(Sample.Finding(path: "a.zip!/b.py")), options).ShouldNotContain("\e]8");
        var history = Sample.Text("text", Sample.Result(Sample.Finding() with { Commit = "0123456789abcdef" }), options);
        history.ShouldNotContain("\e]8");
        history.ShouldContain("src/app.py:2:8 (commit 0123456789ab)");
    }
}
