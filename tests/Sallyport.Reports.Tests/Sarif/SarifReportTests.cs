using System.Text.Json;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;

namespace Sallyport.Reports.Tests.Sarif;

public sealed class SarifReportTests
{
    [Fact]
    public void It_is_valid_against_the_OASIS_schema()
    {
        Schema.Sarif.Errors(Sample.Bytes("sarif", Sample.Hostile())).ShouldBeEmpty();
        Schema.Sarif.Errors(Sample.Bytes("sarif", Sample.Result())).ShouldBeEmpty();
    }

    [Fact]
    public void The_schema_that_is_asked_refuses_nonsense() =>
        Schema.Sarif.Errors("""{"version":"2.1.0","runs":[{"results":[{}]}]}"""u8.ToArray()).ShouldContain("tool");

    [Fact]
    public void A_rule_carries_what_code_scanning_sorts_by()
    {
        var rule = Run(Sample.Result(Sample.Finding())).GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        rule.GetProperty("id").GetString().ShouldBe("secrets/example-key");
        rule.GetProperty("name").GetString().ShouldBe("SecretsExampleKey");
        rule.GetProperty("help").GetProperty("text").GetString().ShouldBe("Revoke it at Example");
        var properties = rule.GetProperty("properties");
        properties.GetProperty("tags").EnumerateArray().Select(t => t.GetString())
            .ShouldBe(["security", "external/cwe/cwe-798", "external/cwe/cwe-022", "threat/secrets-in-code"]);
        properties.GetProperty("security-severity").GetString().ShouldBe("9.5");
        properties.GetProperty("precision").GetString().ShouldBe("medium");
    }

    [Fact]
    public void A_result_points_to_its_rule_and_its_exact_region()
    {
        var result = Results(Sample.Result(Sample.Finding("é = '[|SECRET|]'")))[0];
        result.GetProperty("ruleIndex").GetInt32().ShouldBe(0);
        result.GetProperty("level").GetString().ShouldBe("error");
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var region = place.GetProperty("region");
        region.GetProperty("startLine").GetInt32().ShouldBe(2);
        region.GetProperty("startColumn").GetInt32().ShouldBe(6);
        region.GetProperty("endColumn").GetInt32().ShouldBe(46);
        region.GetProperty("byteOffset").GetInt32().ShouldBe(6);
        region.GetProperty("snippet").GetProperty("text").GetString().ShouldBe("zq" + new string('*', 38));
        place.GetProperty("contextRegion").GetProperty("endLine").GetInt32().ShouldBe(3);
        result.GetProperty("partialFingerprints").GetProperty("sallyportFingerprint/v1").GetString().ShouldBe("0123456789abcdef");
    }

    [Fact]
    public void Offsets_of_a_text_from_another_encoding_are_not_told_as_those_of_the_file() =>
        Results(Sample.Result(Sample.Finding() with { Transcoded = true }))[0].GetProperty("locations")[0].GetProperty("physicalLocation")
            .GetProperty("region").TryGetProperty("byteOffset", out _).ShouldBeFalse();

    [Fact]
    public void A_place_over_several_lines_shows_only_the_mask()
    {
        var result = Results(Sample.Result(Sample.Finding() with { End = new Position(9, 4) }))[0];
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("region").GetProperty("snippet").GetProperty("text").GetString().ShouldBe(Mask.Preview(Sample.Secret));
        place.TryGetProperty("contextRegion", out _).ShouldBeFalse("the lines shown end before the region does");
    }

    [Theory]
    [InlineData("src/a.py", "src/a.py", true)]
    [InlineData("a b/ü#?.py", "a%20b/%C3%BC%23%3F.py", true)]
    [InlineData("c:d.py", "c%3Ad.py", true)]
    [InlineData("lib.zip!/in/x.env", "lib.zip!/in/x.env", true)]
    [InlineData("<stdin>", "%3Cstdin%3E", true)]
    [InlineData("100%.py", "100%25.py", true)]
    [InlineData("/etc/app.conf", "file:///etc/app.conf", false)]
    public void A_path_becomes_a_URI(string path, string uri, bool relative)
    {
        var location = Results(Sample.Result(Sample.Finding(path: path)))[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
        location.GetProperty("uri").GetString().ShouldBe(uri);
        location.TryGetProperty("uriBaseId", out _).ShouldBe(relative);
    }

    [Fact]
    public void Suppressed_findings_are_results_with_a_suppression()
    {
        var results = Results(Sample.Result(
            Sample.Finding() with { Suppression = new Suppression(SuppressionKind.InSource, "test data", new DateOnly(2027, 6, 1)) },
            Sample.Finding() with { Suppression = new Suppression(SuppressionKind.Baseline, "accepted") },
            Sample.Finding()));
        results[0].GetProperty("suppressions")[0].GetProperty("kind").GetString().ShouldBe("inSource");
        results[0].GetProperty("suppressions")[0].GetProperty("justification").GetString().ShouldBe("test data");
        results[1].GetProperty("suppressions")[0].GetProperty("kind").GetString().ShouldBe("external");
        results[2].GetProperty("suppressions").GetArrayLength().ShouldBe(0, "when one result says whether it is suppressed, all have to");
    }

    [Fact]
    public void The_baseline_is_told_where_there_is_one()
    {
        var results = Results(Sample.Result(
            Sample.Finding() with { Baseline = BaselineState.New }, Sample.Finding() with { Baseline = BaselineState.Unchanged }));
        results.EnumerateArray().Select(r => r.GetProperty("baselineState").GetString()).ShouldBe(["new", "unchanged"]);
        Results(Sample.Result(Sample.Finding()))[0].TryGetProperty("baselineState", out _).ShouldBeFalse();
    }

    [Fact]
    public void Without_suppressions_no_result_speaks_of_them() =>
        Results(Sample.Result(Sample.Finding()))[0].TryGetProperty("suppressions", out _).ShouldBeFalse();

    [Fact]
    public void The_other_places_of_a_value_are_related()
    {
        var results = Results(Sample.Result(
            Sample.Finding(path: "a.py") with { SameValue = 1 }, Sample.Finding(path: "b.py") with { SameValue = 1 }, Sample.Finding(path: "c.py") with { SameValue = 2 }));
        results[0].GetProperty("relatedLocations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("b.py");
        results[2].TryGetProperty("relatedLocations", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_message_cannot_make_links_or_placeholders() =>
        Results(Sample.Result(Sample.Finding() with { Title = "[x](http://y) {0}", Preview = null, Evidence = [] }))[0]
            .GetProperty("message").GetProperty("text").GetString().ShouldBe(@"\[x\](http://y) {{0}}");

    [Fact]
    public void What_was_not_read_is_a_notification()
    {
        var invocation = Run(Sample.Hostile()).GetProperty("invocations")[0];
        invocation.GetProperty("executionSuccessful").GetBoolean().ShouldBeTrue();
        invocation.GetProperty("toolExecutionNotifications").EnumerateArray().Select(n => n.GetProperty("level").GetString()).ShouldBe(["warning", "note"]);
    }

    [Fact]
    public void A_run_that_read_nothing_did_not_succeed()
    {
        var result = Sample.Result() with { Artifacts = 0, Skipped = [new Skipped("a", "permission denied")] };
        Run(result).GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void A_hundred_thousand_results_are_written_in_linear_time_and_bounded_memory()
    {
        var findings = new Finding[100_000];
        Array.Fill(findings, Sample.Finding() with { SameValue = 3 });
        ReportFormats.Find("sarif")!.Write(Sample.Result(findings[..1000]), Stream.Null, new ReportOptions());
        var tenth = Cost(findings[..10_000]);
        var all = Cost(findings);
        all.Allocated.ShouldBeLessThan(15 * tenth.Allocated);
        all.Largest.ShouldBeLessThan(1 << 20, "the writer hands on what it has instead of keeping it");
    }

    private static (long Allocated, int Largest) Cost(Finding[] findings)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var output = new LargestWrite();
        ReportFormats.Find("sarif")!.Write(Sample.Result(findings), output, new ReportOptions());
        return (GC.GetAllocatedBytesForCurrentThread() - before, output.Largest);
    }

    private static JsonElement Run(ScanResult result) => JsonDocument.Parse(Sample.Bytes("sarif", result)).RootElement.GetProperty("runs")[0];

    private static JsonElement Results(ScanResult result) => Run(result).GetProperty("results");

    private sealed class LargestWrite : MemoryStream
    {
        public int Largest { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Largest = Math.Max(Largest, count);

        public override void Write(ReadOnlySpan<byte> buffer) => Largest = Math.Max(Largest, buffer.Length);

        public override void WriteByte(byte value) => Largest = Math.Max(Largest, 1);
    }
}
