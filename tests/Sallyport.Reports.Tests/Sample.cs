using System.Text;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;

namespace Sallyport.Reports.Tests;

/// <summary>Results to render: findings as the engine makes them, from a line with the place marked <c>[|…|]</c>.</summary>
internal static class Sample
{
    /// <summary>The value behind every sensitive finding; no report may hold more of it than its mask.</summary>
    public static string Secret { get; } = "zq" + Random.Shared.GetHexString(38, lowercase: true);

    public static RuleDescription Rule { get; } = new(
        "secrets/example-key",
        "Example key",
        Severity.Critical,
        Confidence.Medium,
        [798, 22],
        ["secrets-in-code"],
        "## What it finds\nA key of Example. It is long.\n\n## Why it matters\nWho holds it (e.g. a reader of logs) pays with your card. Twice.\n\n## How to fix\nRevoke it at Example. Then read it from the environment.\n");

    public static Finding Finding(string marked = "key = '[|SECRET|]'", string path = "src/app.py", int line = 2, Severity severity = Severity.Critical)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var length = marked.IndexOf("|]", StringComparison.Ordinal) - start - 2;
        var sensitive = marked.Contains("SECRET", StringComparison.Ordinal);
        var mask = "zq" + new string('*', 38);
        var text = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal).Replace("SECRET", mask, StringComparison.Ordinal);
        length = sensitive ? mask.Length : length;
        return new Finding
        {
            Rule = Rule.Id,
            Title = Rule.Title,
            Severity = severity,
            Confidence = Confidence.Medium,
            Path = path,
            Span = new TextSpan(Encoding.UTF8.GetByteCount(text.AsSpan(0, start)), length),
            Start = new Position(line, start + 1),
            End = new Position(line, start + 1 + length),
            Evidence = ["checksum right"],
            Preview = sensitive ? Mask.Preview(Secret) : null,
            Frame = new SourceFrame(line - 1, ["before", text, "after"], 1, start, length),
            Fingerprint = "0123456789abcdef",
        };
    }

    public static ScanResult Result(params Finding[] findings) => new()
    {
        Findings = findings,
        Skipped = [],
        Rules = new Dictionary<string, RuleDescription> { [Rule.Id] = Rule },
        Artifacts = 3,
        Bytes = 1234,
        Duration = TimeSpan.FromMilliseconds(120),
        FailOn = Level.Warning,
    };

    /// <summary>One of everything, written by somebody who wishes us ill.</summary>
    public static ScanResult Hostile()
    {
        const string Nasty = "\e[2J\u009b31m\u202egnp.exe\u2066 </script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>\0\u0007\ud800 ]]> ::error::x %0A &amp; [a](javascript:1) {0} `|` \"'\\";
        var rule = Rule with { Id = "secrets/own-" + Nasty, Title = "Own " + Nasty, Help = "## What it finds\n" + Nasty + "\n\n## How to fix\n" + Nasty };
        var finding = Finding("a = [|SECRET|] " + Nasty, Nasty + ".py");
        return Result(
            finding with { Evidence = [Nasty], Baseline = BaselineState.Unchanged, Fix = new Fix(Nasty, [new Fix.Edit(finding.Span, Nasty)], Safe: true) },
            finding with { Rule = rule.Id, Title = rule.Title, Suppression = new Suppression(SuppressionKind.InSource, Nasty) },
            finding with { Frame = null, Preview = Nasty, Commit = Nasty }) with
        {
            Absent = [new BaselineEntry(Nasty, Nasty, Nasty, new DateOnly(2026, 1, 2))],
            Skipped = [new Skipped(Nasty, Nasty), new Skipped("logo.png", "binary content", Expected: true)],
            Rules = new Dictionary<string, RuleDescription> { [Rule.Id] = Rule, [rule.Id] = rule },
        };
    }

    public static byte[] Bytes(string format, ScanResult result, ReportOptions? options = null)
    {
        var output = new MemoryStream();
        ReportFormats.Find(format)!.Write(result, output, options ?? new ReportOptions { Version = "1.2.3" });
        return output.ToArray();
    }

    public static string Text(string format, ScanResult result, ReportOptions? options = null) => Encoding.UTF8.GetString(Bytes(format, result, options));
}
