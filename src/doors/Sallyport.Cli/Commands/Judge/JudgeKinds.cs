using Sallyport.Cli.Commands.Packages;
using Sallyport.Cli.Terminals;
using Sallyport.Core.Policy;
using Sallyport.Engine;

namespace Sallyport.Cli.Commands.Judge;

/// <summary>The kinds of row that <c>judge</c> knows.</summary>
internal static class JudgeKinds
{
    /// <summary>Their names, as written on the command line.</summary>
    public static readonly string[] Names = ["command", "package", "text"];

    /// <summary>The judge of a kind; null where there is no such kind.</summary>
    public static IRowJudge? Find(string kind, Gate gate, Policy policy, Terminal terminal) => kind switch
    {
        "command" => new TextJudge(gate, policy, terminal.Time) { Commands = true },
        "package" => new PackageJudge(UserIndex.Load(terminal), terminal.Time),
        "text" => new TextJudge(gate, policy, terminal.Time),
        _ => null,
    };
}
