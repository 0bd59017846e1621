using System.Text.RegularExpressions;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Tests;

/// <summary>What holds for every format alike.</summary>
public sealed partial class EveryFormatTests
{
    public static TheoryData<string> Formats => [.. ReportFormats.Names];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_format_is_found_by_its_name(string format) => ReportFormats.Find(format)!.Name.ShouldBe(format);

    [Fact]
    public void Any_other_name_is_none() => ReportFormats.Find("csv").ShouldBeNull();

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_finding_is_there_suppressed_ones_too(string format)
    {
        var result = Sample.Result(
            Sample.Finding(path: "first.py"),
            Sample.Finding("x = [|eval(y)|]", "second.py", severity: Severity.Medium),
            Sample.Finding(path: "third.py", severity: Severity.Info),
            Sample.Finding(path: "fourth.py") with { Suppression = new Suppression(SuppressionKind.Configuration, "a test key", new DateOnly(2027, 6, 1)) },
            Sample.Finding(path: "fifth.py") with { Suppression = new Suppression(SuppressionKind.Baseline, "accepted before") });
        var text = Sample.Text(format, result, new ReportOptions { Suppressed = true });
        foreach (var finding in result.Findings)
        {
            text.ShouldContain(finding.Path);
        }

        text.ShouldContain("a test key");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Ten_thousand_findings_are_all_there(string format)
    {
        var findings = new Finding[10_000];
        for (var i = 0; i < findings.Length; i++)
        {
            findings[i] = Sample.Finding(path: $"folder/file-{i:D5}.py") with { SameValue = i % 3 == 0 ? 7 : null };
        }

        var text = Sample.Text(format, Sample.Result(findings));
        if (format == "github")
        {
            text.ShouldContain("10,000");
            return;
        }

        var named = FileName().Matches(text).Select(m => m.Value).ToHashSet();
        var missing = findings.Select(f => f.Path).Where(path => !named.Contains(path)).ToArray();
        if (format is "text" or "full")
        {
            // Places of one value are one block; those it does not name are counted.
            (missing.Length == 0 || text.Contains("more places", StringComparison.Ordinal)).ShouldBeTrue();
            missing.Length.ShouldBeLessThan(3334);
            return;
        }

        missing.Length.ShouldBe(0, $"the first is {missing.FirstOrDefault()}");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_format_shows_more_of_a_secret_than_the_mask(string format)
    {
        var text = Sample.Text(format, Sample.Result(Sample.Finding(), Sample.Finding() with { Suppression = new Suppression(SuppressionKind.InSource, "why") }));
        for (var i = 0; i + 5 <= Sample.Secret.Length; i++)
        {
            text.ShouldNotContain(Sample.Secret.Substring(i, 5));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Hostile_content_neither_steers_a_terminal_nor_breaks_the_encoding(string format)
    {
        var text = Sample.Text(format, Sample.Hostile(), new ReportOptions { Suppressed = true });
        foreach (var c in text)
        {
            (c is '\n' or (>= ' ' and <= '~') or '\u2026' or '\u00b7' or '\ufffd').ShouldBeTrue($"U+{(int)c:X4} is written raw");
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_result_is_written_the_same_way(string format) =>
        Sample.Bytes(format, Sample.Hostile()).ShouldBe(Sample.Bytes(format, Sample.Hostile()));

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_empty_result_says_that_files_were_looked_at(string format) => Sample.Text(format, Sample.Result()).ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_stream_stays_open(string format)
    {
        using var output = new MemoryStream();
        ReportFormats.Find(format)!.Write(Sample.Result(), output, new ReportOptions());
        output.CanWrite.ShouldBeTrue();
    }

    [GeneratedRegex("folder/file-[0-9]{5}\\.py")]
    private static partial Regex FileName();
}
