using Sallyport.Core.Findings;

namespace Sallyport.Reports.Html;

/// <summary>The bar that narrows and orders the list; shown only where its script runs.</summary>
internal static class HtmlFilter
{
    public static void Write(TextWriter writer, ScanResult result, Tally tally)
    {
        if (result.Findings.Count == 0)
        {
            // The script wants the form, nobody else does.
            writer.Write("<div hidden>");
        }

        writer.Write("""
            <div class="bar script" hidden>
            <form id="filter" role="search">
            <input type="search" name="text" placeholder="Search title, code, evidence …" aria-label="Search in findings">
            <input type="search" name="path" placeholder="Path contains …" aria-label="Path contains">
            <select name="rule" aria-label="Rule"><option value="">Every rule</option>
            """);
        foreach (var (rule, count) in Rules(result))
        {
            var name = HtmlText.Of(rule);
            writer.Write($"<option value=\"{name}\">{name} ({Amount.Of(count)})</option>");
        }

        writer.Write("""
            </select>
            <select name="sort" aria-label="Order"><option value="level">Worst first</option><option value="path">By path</option><option value="rule">By rule</option></select>
            <fieldset class="levels" aria-label="Levels">
            """);
        Box(writer, "error", "Errors", tally.Errors);
        Box(writer, "warning", "Warnings", tally.Warnings);
        Box(writer, "note", "Notes", tally.Notes);
        if (tally.Suppressed > 0)
        {
            writer.Write($"<label><input type=\"checkbox\" name=\"suppressed\">Suppressed <b>{Amount.Of(tally.Suppressed)}</b></label>");
        }

        writer.Write("""
            <button type="button" id="all">Open all</button><button type="reset">Reset</button><span id="count" role="status"></span>
            </fieldset>
            </form>
            </div>

            """);
        if (result.Findings.Count == 0)
        {
            writer.Write("</div>\n");
        }
    }

    private static void Box(TextWriter writer, string level, string name, int count) =>
        writer.Write($"<label class=\"{level}\"><input type=\"checkbox\" name=\"level\" value=\"{level}\" checked>{name} <b>{Amount.Of(count)}</b></label>");

    private static SortedDictionary<string, int> Rules(ScanResult result)
    {
        var rules = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in result.Findings)
        {
            rules[finding.Rule] = rules.GetValueOrDefault(finding.Rule) + 1;
        }

        return rules;
    }
}
