using Sallyport.Cli.Terminals;
using Sallyport.Core.Findings;
using Sallyport.Reports;

namespace Sallyport.Cli.Commands.Scan;

/// <summary>The page that GitHub Actions shows of a job; steps append to one file that the runner names.</summary>
internal static class JobSummary
{
    private const string Place = "GITHUB_STEP_SUMMARY";

    // GitHub drops a step's summary whole when it is larger.
    private const long Room = 1 << 20;

    /// <summary>Appends a summary where the runner wants one.</summary>
    public static void Append(ScanResult result, Terminal terminal, ReportOptions options)
    {
        if (terminal.Environment(Place) is not { } file)
        {
            return;
        }

        try
        {
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read);
            var left = (int)Math.Max(0, Room - stream.Position);
            ReportFormats.Find("markdown")!.Write(result, stream, options with { Color = false, LinkRoot = null, Room = left });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The annotations are the report; the page beside them must not turn a scan into an error.
            terminal.Error.WriteLine($"warning: {Place}: `{file}` cannot be written: {e.Message}");
        }
    }
}
