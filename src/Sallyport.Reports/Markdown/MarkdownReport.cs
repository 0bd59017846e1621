using System.Globalization;
using System.Text;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Markdown;

/// <summary>A summary in Markdown: the job summary of GitHub Actions, a comment, a wiki.</summary>
internal sealed class MarkdownReport : IReport
{
    // Kept for the heading and what counts the rest.
    private const int Reserve = 4096;

    public string Name => "markdown";

    public void Write(ScanResult result, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 16384, leaveOpen: true);
        var tally = Tally.Of(result);
        writer.Write("## Sallyport: " + (tally.Active == 0 ? "no findings" : Heading(tally)) + "\n\n");
        var left = (options.Room ?? int.MaxValue) - Reserve;
        for (var level = Level.Error; level >= Level.Note; level--)
        {
            left = Section(writer, result, level, left);
        }

        left = Suppressed(writer, result, tally, left);
        Unread(writer, result, tally, left);
        writer.Write($"Looked at {Amount.Of(result.Artifacts, "file")} ({Amount.Bytes(result.Bytes)}) for {Amount.Of(result.RulesRun, "rule")} in {Amount.Time(result.Duration)}; ");
        writer.Write($"{Amount.Of(tally.Suppressed)} suppressed, {Amount.Of(result.Skipped.Count)} skipped. Sallyport {options.Version}\n");
    }

    private static string Heading(Tally tally) =>
        $"{Amount.Of(tally.Errors, "error")}, {Amount.Of(tally.Warnings, "warning")}, {Amount.Of(tally.Notes, "note")}";

    private static int Section(TextWriter writer, ScanResult result, Level level, int left)
    {
        var (any, hidden) = (false, 0);
        foreach (var finding in result.Findings)
        {
            if (finding.Suppression is not null || finding.Level != level)
            {
                continue;
            }

            if (!any)
            {
                writer.Write($"### {char.ToUpperInvariant(level.Name()[0])}{level.Name()[1..]}s\n\n| place | rule | finding |\n| --- | --- | --- |\n");
                any = true;
            }

            left = Row(writer, $"| {MarkdownText.Code(Place(finding))} | {MarkdownText.Code(finding.Rule)} | {What(finding)} |\n", left, ref hidden);
        }

        End(writer, any, hidden);
        return left;
    }

    private static int Suppressed(TextWriter writer, ScanResult result, Tally tally, int left)
    {
        if (tally.Suppressed == 0)
        {
            return left;
        }

        writer.Write($"<details><summary>{Amount.Of(tally.Suppressed)} suppressed</summary>\n\n| place | rule | reason |\n| --- | --- | --- |\n");
        var hidden = 0;
        foreach (var finding in result.Findings)
        {
            if (finding.Suppression is { } suppression)
            {
                var until = suppression.Until is { } day ? " until " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
                left = Row(writer, $"| {MarkdownText.Code(Place(finding))} | {MarkdownText.Code(finding.Rule)} | {suppression.Where()}{until}: {MarkdownText.Of(suppression.Reason)} |\n", left, ref hidden);
            }
        }

        End(writer, any: true, hidden);
        writer.Write("</details>\n\n");
        return left;
    }

    private static void Unread(TextWriter writer, ScanResult result, Tally tally, int left)
    {
        if (tally.Unread == 0)
        {
            return;
        }

        writer.Write($"<details><summary>{Amount.Of(tally.Unread)} not read</summary>\n\n| path | reason |\n| --- | --- |\n");
        var hidden = 0;
        foreach (var skipped in result.Skipped)
        {
            if (!skipped.Expected)
            {
                left = Row(writer, $"| {MarkdownText.Code(skipped.Path)} | {MarkdownText.Of(skipped.Reason)} |\n", left, ref hidden);
            }
        }

        End(writer, any: true, hidden);
        writer.Write("</details>\n\n");
    }

    private static int Row(TextWriter writer, string row, int left, ref int hidden)
    {
        var size = Encoding.UTF8.GetByteCount(row);
        if (size > left)
        {
            hidden++;
            return left;
        }

        writer.Write(row);
        return left - size;
    }

    private static void End(TextWriter writer, bool any, int hidden)
    {
        if (hidden > 0)
        {
            writer.Write($"\nand {Amount.Of(hidden)} more that would make this summary too long: `sallyport scan --output json` lists all\n");
        }

        if (any)
        {
            writer.Write("\n");
        }
    }

    private static string Place(Finding finding) =>
        string.Create(CultureInfo.InvariantCulture, $"{finding.Path}:{finding.Start.Line}:{finding.Start.Column}{(finding.Commit is { } commit ? "@" + commit[..Math.Min(12, commit.Length)] : "")}");

    private static string What(Finding finding)
    {
        var what = MarkdownText.Of(finding.Title) + (finding.Preview is { } preview ? " " + MarkdownText.Code(preview) : "");
        return finding.Evidence.Count == 0 ? what : what + " (" + MarkdownText.Of(string.Join("; ", finding.Evidence)) + ")";
    }
}
