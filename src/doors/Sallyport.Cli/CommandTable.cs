using Sallyport.Cli.Arguments;
using Sallyport.Cli.Commands.Approving;
using Sallyport.Cli.Commands.Baselining;
using Sallyport.Cli.Commands.Completing;
using Sallyport.Cli.Commands.Doctoring;
using Sallyport.Cli.Commands.Explain;
using Sallyport.Cli.Commands.Fixing;
using Sallyport.Cli.Commands.Hooks;
using Sallyport.Cli.Commands.Initializing;
using Sallyport.Cli.Commands.Judge;
using Sallyport.Cli.Commands.Ledgers;
using Sallyport.Cli.Commands.Packages;
using Sallyport.Cli.Commands.Reporting;
using Sallyport.Cli.Commands.Running;
using Sallyport.Cli.Commands.Redacting;
using Sallyport.Cli.Commands.Scan;
using Sallyport.Cli.Commands.Synthesizing;
using Sallyport.Cli.Commands.Serving;

namespace Sallyport.Cli;

/// <summary>Every command. Parsing, help and completion are made from its row, and a row is made only when somebody asks for it.</summary>
internal static class CommandTable
{
    private static readonly string[] All =
        ["scan", "judge", "run", "explain", "fix", "baseline", "hook", "approve", "undo", "halt", "serve", "package", "redact", "init", "doctor", "ledger", "synthesize", "report", "completion", "complete"];

    public static Command? Find(string name) => name switch
    {
        "scan" => ScanCommand.Row,
        "judge" => JudgeCommand.Row,
        "run" => RunCommand.Row,
        "explain" => ExplainCommand.Row,
        "fix" => FixCommand.Row,
        "baseline" => BaselineCommand.Row,
        "package" => PackageCommand.Row,
        "hook" => HookCommand.Row,
        "approve" => ApproveCommand.Row,
        "undo" => UndoCommand.Row,
        "halt" => HaltCommand.Row,
        "serve" => ServeCommand.Row,
        "redact" => RedactCommand.Row,
        "init" => InitCommand.Row,
        "doctor" => DoctorCommand.Row,
        "ledger" => LedgerCommand.Row,
        "report" => ReportCommand.Row,
        "synthesize" => SynthesizeCommand.Row,
        "completion" => CompletionCommand.Row,
        "complete" => CompleteCommand.Row,
        _ => null,
    };

    /// <summary>The commands that people are told of.</summary>
    public static IEnumerable<Command> Shown() => All.Select(name => Find(name)!).Where(c => !c.Hidden);

    public static IEnumerable<string> Names() => Shown().Select(c => c.Name);
}
