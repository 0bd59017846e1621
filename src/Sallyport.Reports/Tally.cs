using Sallyport.Core.Findings;

namespace Sallyport.Reports;

/// <summary>How many findings and skips of each kind a result holds.</summary>
/// <remarks>Fields, not properties: each accessor would be a method to compile at start-up.</remarks>
internal readonly struct Tally
{
    public readonly int Errors;
    public readonly int Warnings;
    public readonly int Notes;
    public readonly int Suppressed;
    public readonly int Unread;

    /// <summary>Findings that count.</summary>
    public readonly int Active;

    private Tally(int errors, int warnings, int notes, int suppressed, int unread)
    {
        (Errors, Warnings, Notes, Suppressed, Unread) = (errors, warnings, notes, suppressed, unread);
        Active = errors + warnings + notes;
    }

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
