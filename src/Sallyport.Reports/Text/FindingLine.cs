using Sallyport.Core.Findings;

namespace Sallyport.Reports.Text;

/// <summary>A finding on one line: <c>path:line:column: level[rule]: title</c>, as compilers write it.</summary>
internal sealed class FindingLine(Pen pen)
{
    public void Write(Finding finding)
    {
        pen.Place(finding);
        pen.Write(": ");
        pen.Write(PlaceText.Heading(finding), PlaceText.InkOf(finding.Level));
        pen.Write(": ");
        pen.Write(VisibleText.Of(finding.Title));
        if (finding.Preview is { } preview)
        {
            pen.Write(" ");
            pen.Write(VisibleText.Of(preview), Ink.Faint);
        }

        pen.Line();
    }
}
