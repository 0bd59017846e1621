using Sallyport.Core.Findings;

namespace Sallyport.Reports.Text;

/// <summary>A finding in full: heading, place, frame, what speaks for it, why it matters, what to do.</summary>
internal sealed class FindingBlock(Pen pen, ScanResult result)
{
    private const int PlacesShown = 5;
    private readonly FrameWriter _frames = new(pen);
    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);

    public void Write(FindingGroup group)
    {
        var finding = group.First;
        var ink = PlaceText.InkOf(finding.Level);
        var gutter = FrameWriter.Gutter(finding.Frame);
        pen.Write(PlaceText.Heading(finding), ink);
        pen.Write(": " + VisibleText.Of(finding.Title), Ink.Strong);
        pen.Line();
        pen.Write(new string(' ', gutter) + "--> ", Ink.Gutter);
        pen.Place(finding);
        pen.Line();
        if (finding.Frame is { } frame)
        {
            _frames.Write(frame, ink);
        }

        _frames.Edge(gutter, "");
        pen.Line();
        Remarks(group, gutter);
        pen.Line();
    }

    private void Remarks(FindingGroup group, int gutter)
    {
        var finding = group.First;
        if (finding.Evidence.Count > 0)
        {
            Remark(gutter, "evidence", string.Join("; ", finding.Evidence));
        }

        if (group.Others.Count > 0)
        {
            Remark(gutter, "also at", Places(group.Others));
        }

        var help = _explained.Add(finding.Rule) && result.Rules.TryGetValue(finding.Rule, out var rule) ? rule.Help : null;
        if (help is not null && RuleText.FirstSentence(help, RuleText.Why) is { } why)
        {
            Remark(gutter, "why", why);
        }

        if (finding.Fix is { } fix)
        {
            Remark(gutter, "fix", fix.Title + (fix.Safe ? " (`sallyport fix` shows the change)" : " (look at the change before you take it)"));
        }
        else if (help is not null && RuleText.FirstSentence(help, RuleText.Fix) is { } advice)
        {
            Remark(gutter, "fix", advice);
        }

        pen.Write(new string(' ', gutter + 1));
        pen.Write("help: sallyport explain " + VisibleText.Of(finding.Rule), Ink.Faint);
        pen.Line();
    }

    private void Remark(int gutter, string word, string text)
    {
        pen.Write(new string(' ', gutter + 1));
        pen.Write("= ", Ink.Gutter);
        pen.Write(word + ": ", Ink.Strong);
        pen.Write(VisibleText.Of(text));
        pen.Line();
    }

    private static string Places(List<Finding> others)
    {
        var shown = new string[Math.Min(PlacesShown, others.Count)];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = PlaceText.Of(others[i]);
        }

        var places = string.Join(", ", shown);
        return others.Count > shown.Length ? places + " and " + Amount.Of(others.Count - shown.Length, "more place") : places;
    }
}
