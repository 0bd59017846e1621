using System.Xml.Linq;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Tests.JUnit;

public sealed class JUnitReportTests
{
    [Fact]
    public void A_file_is_a_suite_and_a_finding_a_failure()
    {
        var root = Parse(Sample.Result(Sample.Finding(path: "a.py"), Sample.Finding(path: "a.py"), Sample.Finding(path: "b.py")));
        root.Elements("testsuite").Select(s => (string?)s.Attribute("name")).ShouldBe(["a.py", "b.py"]);
        root.Descendants("failure").Count().ShouldBe(3);
        root.Attribute("failures")!.Value.ShouldBe("3");
    }

    [Fact]
    public void What_is_suppressed_or_unread_is_skipped_with_the_reason()
    {
        var root = Parse(Sample.Result(Sample.Finding() with { Suppression = new Suppression(SuppressionKind.Baseline, "accepted") }) with
        {
            Skipped = [new Skipped("core", "larger than 1 GB"), new Skipped("logo.png", "binary content", Expected: true)],
        });
        root.Descendants("skipped").Select(s => (string?)s.Attribute("message")).ShouldBe(["suppressed by baseline: accepted", "larger than 1 GB"]);
        root.Descendants("failure").ShouldBeEmpty();
    }

    [Fact]
    public void A_clean_scan_is_a_test_that_passed()
    {
        var root = Parse(Sample.Result());
        root.Attribute("tests")!.Value.ShouldBe("1");
        root.Descendants("testcase").Single().Elements().ShouldBeEmpty();
    }

    [Fact]
    public void Counts_agree_with_what_is_there()
    {
        foreach (var suite in Parse(Sample.Hostile()).Elements("testsuite"))
        {
            ((int)suite.Attribute("tests")!).ShouldBe(suite.Elements("testcase").Count());
            ((int)suite.Attribute("failures")!).ShouldBe(suite.Descendants("failure").Count());
            ((int)suite.Attribute("skipped")!).ShouldBe(suite.Descendants("skipped").Count());
        }
    }

    private static XElement Parse(ScanResult result)
    {
        using var stream = new MemoryStream(Sample.Bytes("junit", result));
        return XDocument.Load(stream).Root!;
    }
}
