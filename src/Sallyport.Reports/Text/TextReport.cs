using System.Text;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Text;

/// <summary>For people at a terminal: code frames for the first findings, then a line each, then what was looked at.</summary>
internal sealed class TextReport(string name, int frames) : IReport
{
    /// <summary>How many findings are shown in full before the rest takes one line each.</summary>
    public const int UsualFrames = 10;

    public string Name => name;

    public void Write(ScanResult result, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 16384, leaveOpen: true);
        var pen = new Pen(writer, options);
        var tally = Tally.Of(result);
        if (tally.Active > 0 && frames == 0)
        {
            WriteLines(result, pen);
        }
        else if (tally.Active > 0)
        {
            WriteBlocks(result, pen);
        }

        if (options.Suppressed)
        {
            new SuppressedSection(pen).Write(result);
        }

        if (tally.Unread > 0)
        {
            new SkippedSection(pen).Write(result, tally);
        }

        if (result.Absent.Count > 0)
        {
            pen.Line(Amount.Of(result.Absent.Count) + " of the baseline not found any more; `sallyport baseline` drops what is gone");
            pen.Line();
        }

        SummaryLine.Write(result, tally, pen);
    }

    private static void WriteLines(ScanResult result, Pen pen)
    {
        var line = new FindingLine(pen);
        foreach (var finding in result.Findings)
        {
            if (finding.Suppression is null)
            {
                line.Write(finding);
            }
        }
    }

    private void WriteBlocks(ScanResult result, Pen pen)
    {
        var groups = FindingGroup.Of(result);
        var block = new FindingBlock(pen, result);
        var full = Math.Min(frames, groups.Count);
        for (var i = 0; i < full; i++)
        {
            block.Write(groups[i]);
        }

        if (full == groups.Count)
        {
            return;
        }

        pen.Write($"{Amount.Of(groups.Count - full)} more, one line each (`--output full` shows every frame):", Ink.Strong);
        pen.Line();
        var line = new FindingLine(pen);
        for (var i = full; i < groups.Count; i++)
        {
            line.Write(groups[i].First);
            foreach (var other in groups[i].Others)
            {
                line.Write(other);
            }
        }

        pen.Line();
    }
}
