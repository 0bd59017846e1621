using Sallyport.Core.Findings;

namespace Sallyport.Reports.Html;

/// <summary>Under the findings: their rules in full, and what was not looked at.</summary>
internal static class HtmlAppendix
{
    public static void Write(TextWriter writer, ScanResult result)
    {
        Rules(writer, result);
        Skips(writer, result);
        if (result.Absent.Count > 0)
        {
            writer.Write("<h2>In the baseline and found no more</h2>\n<table><tr><th>Path</th><th>Rule</th></tr>\n");
            foreach (var entry in result.Absent)
            {
                writer.Write($"<tr><td><code>{HtmlText.Of(entry.Path)}</code></td><td><code>{HtmlText.Of(entry.Rule)}</code></td></tr>\n");
            }

            writer.Write("</table>\n");
        }
    }

    private static void Rules(TextWriter writer, ScanResult result)
    {
        if (result.Rules.Count == 0)
        {
            return;
        }

        writer.Write("<h2>The rules behind them</h2>\n");
        var rules = new List<RuleDescription>(result.Rules.Values);
        rules.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        foreach (var rule in rules)
        {
            writer.Write($"<details class=\"page\"><summary><code>{HtmlText.Of(rule.Id)}</code> {HtmlText.Of(rule.Title)}</summary>");
            writer.Write($"<pre>{HtmlText.Lines(rule.Help)}</pre></details>\n");
        }
    }

    private static void Skips(TextWriter writer, ScanResult result)
    {
        if (result.Skipped.Count == 0)
        {
            return;
        }

        writer.Write("<h2 id=\"skipped\">What was not looked at</h2>\n<table><tr><th>Path</th><th>Reason</th></tr>\n");
        foreach (var expected in new[] { false, true })
        {
            foreach (var skipped in result.Skipped)
            {
                if (skipped.Expected == expected)
                {
                    writer.Write($"<tr><td><code>{HtmlText.Of(skipped.Path)}</code></td><td>{HtmlText.Of(skipped.Reason)}{(expected ? "" : " <span class=\"tag\">unread</span>")}</td></tr>\n");
                }
            }
        }

        writer.Write("</table>\n");
    }
}
