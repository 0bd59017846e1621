using Sallyport.Core.Findings;

namespace Sallyport.Reports.Text;

/// <summary>The last line: findings by level, what was looked at, suppressed, skipped and why, time.</summary>
internal static class SummaryLine
{
    private const int ReasonsShown = 3;

    public static void Write(ScanResult result, Tally tally, Pen pen)
    {
        if (tally.Active == 0)
        {
            pen.Write("no findings", result.Artifacts > 0 ? Ink.Good : Ink.Warning);
        }
        else
        {
            Count(pen, tally.Errors, "error", Ink.Error);
            pen.Write(", ");
            Count(pen, tally.Warnings, "warning", Ink.Warning);
            pen.Write(", ");
            Count(pen, tally.Notes, "note", Ink.Note);
        }

        pen.Write(" in " + Amount.Of(result.Artifacts, "file") + " (" + Amount.Bytes(result.Bytes) + ")");
        if (tally.Active == 0 && result.RulesRun > 0)
        {
            pen.Write(", looked for with " + Amount.Of(result.RulesRun, "rule"));
        }

        pen.Line("; " + Amount.Of(tally.Suppressed) + " suppressed; " + Skips(result.Skipped) + "; " + Amount.Time(result.Duration));
    }

    private static void Count(Pen pen, int count, string noun, Ink ink) => pen.Write(Amount.Of(count, noun), count > 0 ? ink : Ink.Plain);

    private static string Skips(IReadOnlyList<Skipped> skipped)
    {
        if (skipped.Count == 0)
        {
            return "0 skipped";
        }

        var reasons = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in skipped)
        {
            reasons[one.Reason] = reasons.GetValueOrDefault(one.Reason) + 1;
        }

        var sorted = new List<KeyValuePair<string, int>>(reasons);
        sorted.Sort((a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : string.CompareOrdinal(a.Key, b.Key));
        var parts = new List<string>(ReasonsShown + 1);
        var rest = skipped.Count;
        for (var i = 0; i < sorted.Count && i < ReasonsShown; i++)
        {
            parts.Add(Amount.Of(sorted[i].Value) + " " + VisibleText.Of(sorted[i].Key));
            rest -= sorted[i].Value;
        }

        if (rest > 0)
        {
            parts.Add(Amount.Of(rest) + " for other reasons");
        }

        return Amount.Of(skipped.Count) + " skipped (" + string.Join(", ", parts) + ")";
    }
}
