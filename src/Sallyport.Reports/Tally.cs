using Sallyport.Core.Findings;

namespace Sallyport.Reports;

/// <summary>How many findings and skips of each kind a result holds.</summary>
internal readonly record struct Tally(int Errors, int Warnings, int Notes, int Suppressed, int Unread)
{
    public int Active => Errors + Warnings + Notes;

    public static Tally Of(ScanResult result)
    {
        int errors = 0, warnings = 0, notes = 0, suppressed = 0, unread = 0;
        foreach (var finding in result.Findings)
        {
            if (finding.Suppression is not null)
            {
                suppressed++;
                continue;
            }

            switch (finding.Level)
            {
                case Level.Error:
                    errors++;
                    break;
                case Level.Warning:
                    warnings++;
                    break;
                default:
                    notes++;
                    break;
            }
        }

        foreach (var skipped in result.Skipped)
        {
            unread += skipped.Expected ? 0 : 1;
        }

        return new Tally(errors, warnings, notes, suppressed, unread);
    }
}
