using Sallyport.Core.Findings;

namespace Sallyport.Reports.Html;

/// <summary>The head of the page: the outcome in one sentence.</summary>
internal static class HtmlHead
{
    public static void Write(TextWriter writer, ScanResult result, Tally tally)
    {
        var heading = tally.Active == 0 ? "No findings" : Amount.Of(tally.Active, "finding");
        writer.Write($"""
            <header>
            <div class="top">
            <div>
            <p class="brand">Sallyport scan report</p>
            <h1>{heading} <span class="verdict{(result.Fails ? " fails" : "")}">{(result.Fails ? "fails" : "passes")} at {result.FailOn.Name()}</span></h1>
            <p class="facts">{Amount.Of(result.Artifacts, "file")} ({Amount.Bytes(result.Bytes)}) looked at{(result.RulesRun > 0 ? " with " + Amount.Of(result.RulesRun, "rule") : "")} in {Amount.Time(result.Duration)}{Skips(result, tally)}</p>
            </div>
            <button id="theme" class="script" type="button" hidden aria-label="Switch between dark and light">Theme</button>
            </div>
            </header>

            """);
    }

    private static string Skips(ScanResult result, Tally tally) => (tally.Unread, result.Skipped.Count) switch
    {
        (_, 0) => "; nothing was skipped",
        (0, var skipped) => $"; <a href=\"#skipped\">{Amount.Of(skipped)} skipped</a>",
        (var unread, var skipped) => $"; <a href=\"#skipped\">{Amount.Of(skipped)} skipped, {Amount.Of(unread)} of them unread</a>",
    };
}
