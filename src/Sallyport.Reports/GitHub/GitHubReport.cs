using System.Globalization;
using System.Text;
using Sallyport.Core.Findings;
using Sallyport.Reports.Text;

namespace Sallyport.Reports.GitHub;

/// <summary>Workflow commands that GitHub Actions shows beside the lines of a change.</summary>
internal sealed class GitHubReport : IReport
{
    // GitHub shows at most this many of each kind for one step and drops the others in silence.
    private const int ShownOfLevel = 10;

    public string Name => "github";

    public void Write(ScanResult result, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 16384, leaveOpen: true);
        var written = new int[(int)Level.Error + 1];
        var suppressed = 0;
        foreach (var finding in result.Findings)
        {
            if (finding.Suppression is not null)
            {
                suppressed++;
                continue;
            }

            // The last place of a kind that has more is kept for saying so.
            var level = finding.Level;
            if (++written[(int)level] < ShownOfLevel || (written[(int)level] == ShownOfLevel && CountOf(result, level) == ShownOfLevel))
            {
                writer.Write(Annotation(finding));
            }
        }

        for (var level = Level.Error; level >= Level.Note; level--)
        {
            if (written[(int)level] > ShownOfLevel)
            {
                var rest = written[(int)level] - ShownOfLevel + 1;
                writer.Write(WorkflowCommand.Of(Kind(level), "Sallyport", $"{Amount.Of(rest, "more " + level.Name())} of {Amount.Of(written[(int)level])}: GitHub shows ten annotations of a kind; the job summary and the log list all"));
            }
        }

        WriteLog(result, writer, suppressed);
    }

    private static int CountOf(ScanResult result, Level level)
    {
        var tally = Tally.Of(result);
        return level switch
        {
            Level.Error => tally.Errors,
            Level.Warning => tally.Warnings,
            _ => tally.Notes,
        };
    }

    private static string Annotation(Finding finding)
    {
        var message = new StringBuilder(VisibleText.Of(finding.Title));
        if (finding.Preview is { } preview)
        {
            message.Append(' ').Append(VisibleText.Of(preview));
        }

        if (finding.Evidence.Count > 0)
        {
            message.Append('\n').Append(VisibleText.Of(string.Join("; ", finding.Evidence)));
        }

        message.Append("\nsallyport explain ").Append(VisibleText.Of(finding.Rule));
        return WorkflowCommand.Of(Kind(finding.Level), VisibleText.Of(finding.Rule), message.ToString(), finding);
    }

    private static string Kind(Level level) => level == Level.Note ? "notice" : level.Name();

    // What is no annotation stands in the log, folded, so that nothing is lost where no summary is written.
    private static void WriteLog(ScanResult result, TextWriter writer, int suppressed)
    {
        var tally = Tally.Of(result);
        writer.Write(WorkflowCommand.Group($"Sallyport: {Amount.Of(tally.Active, "finding")}, {Amount.Of(suppressed)} suppressed, {Amount.Of(result.Skipped.Count)} skipped"));
        var pen = new Pen(new QuotedLines(writer), new ReportOptions());
        var line = new FindingLine(pen);
        foreach (var finding in result.Findings)
        {
            if (finding.Suppression is null)
            {
                line.Write(finding);
            }
        }

        new SuppressedSection(pen).Write(result);
        if (tally.Unread > 0)
        {
            new SkippedSection(pen).Write(result, tally);
        }

        SummaryLine.Write(result, tally, pen);
        writer.Write(WorkflowCommand.EndGroup);
    }
}
