using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Engine;
using Sallyport.Sources.Files;

namespace Sallyport.Cli.Commands.Baselining;

/// <summary><c>sallyport baseline</c>: accepts today's findings; afterwards the baseline only shrinks.</summary>
internal static class BaselineCommand
{
    public static readonly Command Row = new("baseline", "", "Accept today's findings; afterwards only shrinks", Options, Run)
    {
        Notes = """
            Writes .sallyport/baseline.json for the whole project. Findings in it are reported as suppressed.
            The first run accepts what is there. Later runs remove what is gone; what is new needs --accept-new.
            """,
    };

    private static Option[] Options() =>
    [
        new("accept-new", null, "Accept findings that are new, too"),
        new("check", null, "Write nothing; exit with 1 when the baseline could shrink"),
    ];

    private static int Run(Given given, Terminal terminal)
    {
        if (given.Operands.Count > 0)
        {
            throw new UserException("`baseline` takes no path: it is about the whole project", "run `sallyport baseline` in the project");
        }

        var setting = Setting.Of(given, terminal);
        var file = setting.Project.Full(BaselineFile.Place);
        var before = BaselineFile.Load(Setting.Files, file);
        var scanned = before ?? new Baseline([]);
        var root = setting.Project.Root == terminal.Folder ? "." : setting.Project.Root;
        var result = setting.Scanner(Environment.ProcessorCount, scanned).Scan(new FileTree([root], new FileTreeOptions { WorkingFolder = terminal.Folder }));
        var today = DateOnly.FromDateTime(terminal.Time.GetUtcNow().UtcDateTime);
        var grown = scanned.After(result, setting.Project.Place, before is null || given.Has("accept-new"), today);
        var after = new Baseline(grown.Entries.Where(e => Setting.Files.Exists(setting.Project.Full(Outer(e.Path)))));
        var (has, gone) = (after.Entries.Count(), scanned.Entries.Count(e => !after.Has(e.Fingerprint)));
        var ignored = result.Findings.Count(f => f.Fails && !after.Has(f.Fingerprint));
        if (given.Has("check"))
        {
            terminal.Error.WriteLine(before is null ? "there is no baseline" : gone > 0 ? "the baseline holds findings that are gone; run `sallyport baseline`" : $"the baseline is up to date: {has} accepted");
            return gone > 0 ? ExitCode.Findings : ExitCode.Clean;
        }

        Setting.Files.Write(file, BaselineFile.Write(after.Entries));
        terminal.Error.WriteLine($"{BaselineFile.Place}: {has} accepted, {after.Entries.Count(e => !scanned.Has(e.Fingerprint))} new, {gone} gone");
        if (ignored > 0)
        {
            terminal.Error.WriteLine();
            terminal.Error.WriteLine($"hint: {ignored} new {(ignored == 1 ? "finding is" : "findings are")} not accepted; mend {(ignored == 1 ? "it" : "them")}, or run `sallyport baseline --accept-new`");
        }

        return ExitCode.Clean;
    }

    private static string Outer(string path) => path.IndexOf("!/", StringComparison.Ordinal) is var inner and >= 0 ? path[..inner] : path;
}
