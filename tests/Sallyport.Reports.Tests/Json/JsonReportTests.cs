using System.Text.Json;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Tests.Json;

public sealed class JsonReportTests
{
    [Fact]
    public void It_is_valid_against_the_published_schema()
    {
        Schema.Scan.Errors(Sample.Bytes("json", Sample.Hostile())).ShouldBeEmpty();
        Schema.Scan.Errors(Sample.Bytes("json", Sample.Result())).ShouldBeEmpty();
    }

    [Fact]
    public void The_schema_refuses_what_it_does_not_name() =>
        Schema.Scan.Errors("""{"schema":"sallyport/scan/v1","surprise":1}"""u8.ToArray()).ShouldContain("surprise");

    [Fact]
    public void It_counts_as_the_text_counts()
    {
        var summary = Parse(Sample.Hostile()).GetProperty("summary");
        summary.GetProperty("errors").GetInt32().ShouldBe(2);
        summary.GetProperty("suppressed").GetInt32().ShouldBe(1);
        summary.GetProperty("skipped").GetInt32().ShouldBe(2);
        summary.GetProperty("unread").GetInt32().ShouldBe(1);
        summary.GetProperty("fails").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void The_same_value_has_the_same_number()
    {
        var findings = Parse(Sample.Result(
            Sample.Finding() with { SameValue = -5 }, Sample.Finding() with { SameValue = 9 }, Sample.Finding() with { SameValue = -5 }, Sample.Finding())).GetProperty("findings");
        findings.EnumerateArray().Select(f => f.TryGetProperty("value", out var v) ? v.GetInt32() : 0).ShouldBe([1, 2, 1, 0]);
    }

    [Fact]
    public void A_suppression_carries_its_reason_and_day()
    {
        var accepted = new Suppression(SuppressionKind.InSource, "test data", new DateOnly(2027, 6, 1));
        var suppression = Parse(Sample.Result(Sample.Finding() with { Suppression = accepted })).GetProperty("findings")[0].GetProperty("suppression");
        suppression.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("""{"kind":"inSource","reason":"testdata","until":"2027-06-01"}""");
    }

    private static JsonElement Parse(ScanResult result) => JsonDocument.Parse(Sample.Bytes("json", result)).RootElement;
}
