using System.Globalization;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Text;

/// <summary>What was accepted, by whom and why, for who asks to see it.</summary>
internal sealed class SuppressedSection(Pen pen)
{
    public void Write(ScanResult result)
    {
        var any = false;
        foreach (var finding in result.Findings)
        {
            if (finding.Suppression is not { } suppression)
            {
                continue;
            }

            if (!any)
            {
                pen.Write("suppressed:", Ink.Strong);
                pen.Line();
                any = true;
            }

            pen.Write("  ");
            pen.Place(finding);
            pen.Write(": " + PlaceText.Heading(finding) + ": " + VisibleText.Of(finding.Title));
            pen.Write(" (" + suppression.Where() + ": " + VisibleText.Of(suppression.Reason) + Until(suppression) + ")", Ink.Faint);
            pen.Line();
        }

        if (any)
        {
            pen.Line();
        }
    }

    private static string Until(Suppression suppression) =>
        suppression.Until is { } day ? ", until " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}
