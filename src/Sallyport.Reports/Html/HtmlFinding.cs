using System.Globalization;
using Sallyport.Core.Findings;
using Sallyport.Reports.Text;

namespace Sallyport.Reports.Html;

/// <summary>One finding: a line that opens to the code, what speaks for it and what to do.</summary>
internal sealed class HtmlFinding(TextWriter writer, ScanResult result)
{
    private const int OpenAtFirst = 5;
    private readonly Dictionary<string, string> _advice = new(StringComparer.Ordinal);
    private int _written;

    public void Write(Finding finding)
    {
        var (level, rule) = (finding.Level.Name(), HtmlText.Of(finding.Rule));
        var open = finding.Suppression is null && _written++ < OpenAtFirst;
        writer.Write($"<details class=\"finding {level}{(finding.Suppression is null ? "" : " suppressed")}\" data-level=\"{level}\" data-rule=\"{rule}\" data-path=\"{HtmlText.Of(finding.Path)}\"{(finding.Suppression is null ? "" : " data-suppressed")}{(open ? " open" : "")}>");
        writer.Write($"<summary><span class=\"badge\">{level}</span><span class=\"title\">{HtmlText.Of(finding.Title)}");
        if (finding.Preview is { } preview)
        {
            writer.Write($"<code class=\"preview\">{HtmlText.Of(preview)}</code>");
        }

        if (finding.Suppression is not null)
        {
            writer.Write("<span class=\"tag\">suppressed</span>");
        }

        if (finding.Baseline == BaselineState.New)
        {
            writer.Write("<span class=\"tag\">new</span>");
        }

        writer.Write($"</span><code class=\"rule\">{rule}</code><code class=\"place\">{HtmlText.Of(PlaceText.Of(finding))}</code></summary>\n<div class=\"more\">");
        Frame(finding.Frame);
        writer.Write("<dl>");
        if (finding.Evidence.Count > 0)
        {
            Entry("Evidence", HtmlText.Of(string.Join("; ", finding.Evidence)));
        }

        writer.Write(Advice(finding.Rule));
        if (finding.Fix is { } fix)
        {
            Entry("Change", HtmlText.Of(fix.Title) + (fix.Safe ? " (<code>sallyport fix</code> shows it)" : " (look at it before you take it)"));
        }

        if (finding.Suppression is { } suppression)
        {
            var until = suppression.Until is { } day ? ", until " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
            Entry("Accepted", $"by {suppression.Where()}: {HtmlText.Of(suppression.Reason)}{until}");
        }

        Entry("More", $"<code>sallyport explain {rule}</code>");
        writer.Write("</dl></div></details>\n");
    }

    private void Frame(SourceFrame? frame)
    {
        if (frame is null)
        {
            return;
        }

        writer.Write("<code class=\"frame\">");
        for (var i = 0; i < frame.Lines.Count; i++)
        {
            var number = (frame.FirstLine + i).ToString(CultureInfo.InvariantCulture);
            var line = frame.Lines[i];
            if (i != frame.CaretLine)
            {
                writer.Write($"<span><i>{number}</i>{Code(line)}</span>");
                continue;
            }

            var start = Math.Min(frame.CaretColumn, line.Length);
            var end = Math.Min(start + frame.CaretLength, line.Length);
            writer.Write($"<span class=\"here\"><i>{number}</i>{Code(line[..start])}<mark>{Code(line[start..end])}</mark>{Code(line[end..])}</span>");
        }

        writer.Write("</code>");
    }

    // A tab is all that code keeps of what VisibleText would show otherwise.
    private static string Code(string text)
    {
        if (!text.Contains('\t', StringComparison.Ordinal))
        {
            return HtmlText.Of(text);
        }

        var parts = text.Split('\t');
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = HtmlText.Of(parts[i]);
        }

        return string.Join('\t', parts);
    }

    private string Advice(string rule)
    {
        if (_advice.TryGetValue(rule, out var advice))
        {
            return advice;
        }

        var help = result.Rules.TryGetValue(rule, out var page) ? page.Help : "";
        var why = RuleText.FirstSentence(help, RuleText.Why) is { } w ? "<dt>Why</dt><dd>" + HtmlText.Sentence(w) + "</dd>" : "";
        var fix = RuleText.FirstSentence(help, RuleText.Fix) is { } f ? "<dt>Fix</dt><dd>" + HtmlText.Sentence(f) + "</dd>" : "";
        return _advice[rule] = why + fix;
    }

    private void Entry(string name, string html) => writer.Write($"<dt>{name}</dt><dd>{html}</dd>");
}
