using Sallyport.Core.Findings;

namespace Sallyport.Reports.Text;

/// <summary>What should have been read and was not.</summary>
internal sealed class SkippedSection(Pen pen)
{
    private const int Shown = 20;

    public void Write(ScanResult result, Tally tally)
    {
        pen.Write("not read:", Ink.Strong);
        pen.Line();
        var shown = 0;
        foreach (var skipped in result.Skipped)
        {
            if (skipped.Expected)
            {
                continue;
            }

            if (shown++ == Shown)
            {
                pen.Line("  and " + Amount.Of(tally.Unread - Shown) + " more (`--output json` lists them all)");
                break;
            }

            pen.Line("  " + VisibleText.Of(skipped.Path) + ": " + VisibleText.Of(skipped.Reason));
        }

        pen.Line();
    }
}
