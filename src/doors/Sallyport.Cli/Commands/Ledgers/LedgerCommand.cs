using System.Globalization;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Engine.Configuration;

namespace Sallyport.Cli.Commands.Ledgers;

/// <summary><c>sallyport ledger show</c>: what happened at the gate of this project.</summary>
internal static class LedgerCommand
{
    public static readonly Command Row = new("ledger", "show", "List what was decided in this project", () => [], Run) { Words = ["show"] };

    private static int Run(Given given, Terminal terminal)
    {
        if (given.Operands is not ["show"])
        {
            throw new UserException("`ledger` needs a word", "write `sallyport ledger show`");
        }

        var ledger = ProjectLedger.Of(Project.Around(".", terminal.Folder, Setting.Files), terminal);
        var any = false;
        foreach (var entry in ledger?.Read() ?? [])
        {
            any = true;
            var counts = string.Join(", ", entry.Counts.Where(c => c.Value > 0).Select(c => $"{c.Value} {c.Key}").Concat(entry.Facts.Select(f => $"{f.Key} {f.Value}")));
            terminal.Out.WriteLine($"{entry.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ssZ", CultureInfo.InvariantCulture)}  {entry.Action,-6} {entry.Outcome,-9} {counts}");
        }

        if (!any)
        {
            terminal.Error.WriteLine("the ledger of this project is empty");
        }

        return ExitCode.Clean;
    }
}
