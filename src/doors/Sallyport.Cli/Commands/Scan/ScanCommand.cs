using Sallyport.Cli.Arguments;
using Sallyport.Cli.Commands.Ledgers;
using Sallyport.Cli.Terminals;
using Sallyport.Core.Findings;
using Sallyport.Engine;

namespace Sallyport.Cli.Commands.Scan;

/// <summary><c>sallyport scan</c>: looks at files, a diff, staged changes, history or standard input.</summary>
internal static class ScanCommand
{
    public static readonly Command Row = new(
        "scan", "[PATH…] | -", "Look at files, a diff, staged changes, history or standard input", ScanOptions.All, Run)
    {
        Notes = """
            Exit codes: 0 clean, 1 findings at or above the threshold, 2 error (bad usage, nothing readable; with --strict anything unread)
            Example: sallyport scan . --output text --output sarif=sallyport.sarif
            """,
    };

    private static int Run(Given given, Terminal terminal)
    {
        var outputs = new Outputs(given.All("output"), terminal);
        var target = Target.Of(given, terminal);
        var setting = Setting.Of(given, terminal, target.Folder);
        var baseline = given.Has("untrusted") ? null : BaselineFile.Load(Setting.Files, setting.Project.Full(BaselineFile.Place));
        var scanner = setting.Scanner(ScanOptions.Threads(given), baseline);
        var progress = ProgressLine.Begin(terminal, scanner);
        using var interruption = progress is not null || outputs.AnyFile ? new Interruption(terminal, progress) : null;
        ScanResult result;
        using (progress)
        {
            result = scanner.Scan(setting.WithNames(target.Source));
        }

        outputs.Write(result, terminal, ScanOptions.Report(given, terminal));
        var code = Outcome.Of(result, given.Has("strict"), target.MayBeEmpty, terminal);
        if (!given.Has("untrusted"))
        {
            ProjectLedger.Record(result, code, setting.Project, terminal);
        }

        return code;
    }
}
