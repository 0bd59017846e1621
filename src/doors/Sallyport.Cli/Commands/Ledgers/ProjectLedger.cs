using Sallyport.Cli.Terminals;
using Sallyport.Core.Findings;
using Sallyport.Core.Ledger;
using Sallyport.Engine.Configuration;
using Sallyport.Ledger;

namespace Sallyport.Cli.Commands.Ledgers;

/// <summary>The ledger of a project, in the user's own state folder: a tree cannot write its own record.</summary>
internal static class ProjectLedger
{
    /// <summary>The project's ledger; null where the user has no home.</summary>
    public static FileLedger? Of(Project project, Terminal terminal)
    {
        if (new UserFolders(terminal).State is not { } state)
        {
            return null;
        }

        return new FileLedger(new ProjectPlaces(state, project.Root).Ledger);
    }

    /// <summary>Writes the one entry of a scan. A disk that cannot be written is said, and changes nothing of the scan.</summary>
    public static void Record(ScanResult result, int exitCode, Project project, Terminal terminal)
    {
        try
        {
            Of(project, terminal)?.Append(Entry(result, exitCode, terminal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"this scan is not in the ledger: {e.Message}");
        }
    }

    private static LedgerEntry Entry(ScanResult result, int exitCode, Terminal terminal)
    {
        var counts = new long[5];
        foreach (var finding in result.Findings)
        {
            counts[finding.Suppression is not null ? 3 : (int)finding.Level]++;
        }

        foreach (var skipped in result.Skipped)
        {
            counts[4] += skipped.Expected ? 0 : 1;
        }

        var outcome = exitCode switch { ExitCode.Clean => "clean", ExitCode.Findings => "findings", _ => "error" };
        return new LedgerEntry(terminal.Time.GetUtcNow(), "command line", "scan", outcome, VersionText.Current)
        {
            Counts =
            [
                new("files", result.Artifacts), new("errors", counts[(int)Level.Error]), new("warnings", counts[(int)Level.Warning]),
                new("notes", counts[(int)Level.Note]), new("suppressed", counts[3]), new("unread", counts[4]),
            ],
        };
    }
}
