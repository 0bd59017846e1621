using System.Globalization;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Ledger;
using Sallyport.Engine.Configuration;

namespace Sallyport.Cli.Commands.Ledgers;

/// <summary><c>sallyport ledger show</c>: what happened at the gate of this project.</summary>
internal static class LedgerCommand
{
    public static readonly Command Row = new("ledger", "show", "List what was decided in this project", Options, Run) { Words = ["show"] };

    private static Option[] Options() => [new("commit", "REV", "Who commissioned a commit, and what was decided in that session")];

    private static int Run(Given given, Terminal terminal)
    {
        if (given.Operands is not ["show"])
        {
            throw new UserException("`ledger` needs a word", "write `sallyport ledger show`");
        }

        var ledger = ProjectLedger.Of(Project.Around(".", terminal.Folder, Setting.Files), terminal);
        var entries = ledger?.Read() ?? [];
        if (given.Value("commit") is { } revision)
        {
            entries = OfCommit(revision, entries, terminal);
        }

        var any = false;
        foreach (var entry in entries)
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

    // The commit's own entry leads to its session, and the session to everything that was decided in it until then.
    private static IEnumerable<LedgerEntry> OfCommit(string revision, IEnumerable<LedgerEntry> all, Terminal terminal)
    {
        var name = GitProgram.Ask(terminal.Folder, "rev-parse", "--verify", revision + "^{commit}")
            ?? throw new UserException($"`{revision}` is no commit here", "name a commit of this repository");
        var entries = all.ToList();
        var made = entries.FindLastIndex(e => Fact(e, "commit") == name);
        if (made < 0)
        {
            throw new UserException($"no agent of this ledger made {name[..12]}", "a person made it, or `sallyport hook install git` was not there yet");
        }

        var (agent, session) = (Fact(entries[made], "agent"), Fact(entries[made], "session"));
        terminal.Error.WriteLine($"{name[..12]} was made by {agent}, commissioned by {Fact(entries[made], "person")}{(session.Length > 0 ? $", in session {session}" : "")}");
        return entries.Take(made + 1).Where(e => e == entries[made] || (session.Length > 0 && Fact(e, "agent") == agent && Fact(e, "session") == session));
    }

    private static string Fact(LedgerEntry entry, string name)
    {
        foreach (var fact in entry.Facts)
        {
            if (fact.Key == name)
            {
                return fact.Value;
            }
        }

        return "";
    }
}
