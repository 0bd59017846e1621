using Sallyport.Cli.Terminals;
using Sallyport.Core.Findings;

namespace Sallyport.Cli.Commands.Scan;

/// <summary>The exit code of a scan; the same for every output format.</summary>
internal static class Outcome
{
    /// <param name="result">What was found.</param>
    /// <param name="strict">Whether anything unread is an error.</param>
    /// <param name="emptyIsClean">Whether looking at nothing is fine: a diff may be empty, a folder should not be.</param>
    /// <param name="terminal">Where an error is told.</param>
    public static int Of(ScanResult result, bool strict, bool emptyIsClean, Terminal terminal)
    {
        var unread = 0;
        foreach (var skipped in result.Skipped)
        {
            unread += skipped.Expected ? 0 : 1;
        }

        if (result.Artifacts == 0 && (unread > 0 || !emptyIsClean))
        {
            terminal.Complain(
                result.Skipped.Count == 0 ? "there is nothing to look at" : $"nothing could be read, {result.Skipped.Count} skipped",
                unread > 0 ? $"the first is {First(result)}" : "give a file or folder with text in it");
            return ExitCode.Error;
        }

        if (unread > 0 && strict)
        {
            terminal.Complain($"{unread} not read, which `--strict` does not allow", $"the first is {First(result)}");
            return ExitCode.Error;
        }

        return result.Fails ? ExitCode.Findings : ExitCode.Clean;
    }

    private static string First(ScanResult result)
    {
        foreach (var skipped in result.Skipped)
        {
            if (!skipped.Expected)
            {
                return $"`{skipped.Path}`: {skipped.Reason}";
            }
        }

        return "";
    }
}
