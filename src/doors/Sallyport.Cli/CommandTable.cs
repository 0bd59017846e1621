using Sallyport.Cli.Arguments;
using Sallyport.Cli.Commands.Baselining;
using Sallyport.Cli.Commands.Completing;
using Sallyport.Cli.Commands.Doctoring;
using Sallyport.Cli.Commands.Explain;
using Sallyport.Cli.Commands.Fixing;
using Sallyport.Cli.Commands.Initializing;
using Sallyport.Cli.Commands.Judge;
using Sallyport.Cli.Commands.Ledgers;
using Sallyport.Cli.Commands.Scan;

namespace Sallyport.Cli;

/// <summary>Every command. Parsing, help and completion are made from these rows.</summary>
internal static class CommandTable
{
    public static readonly Command[] All =
    [
        ScanCommand.Row,
        JudgeCommand.Row,
        ExplainCommand.Row,
        FixCommand.Row,
        BaselineCommand.Row,
        InitCommand.Row,
        DoctorCommand.Row,
        LedgerCommand.Row,
        CompletionCommand.Row,
        CompleteCommand.Row,
    ];

    public static Command? Find(string name) => Array.Find(All, c => c.Name == name);

    public static IEnumerable<string> Names() => All.Where(c => !c.Hidden).Select(c => c.Name);
}
