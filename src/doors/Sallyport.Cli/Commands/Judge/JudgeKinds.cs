using Sallyport.Cli.Arguments;
using Sallyport.Cli.Commands.Packages;
using Sallyport.Cli.Terminals;
using Sallyport.Core.Policy;
using Sallyport.Engine;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Cli.Commands.Judge;

/// <summary>The kinds of row that <c>judge</c> knows.</summary>
internal static class JudgeKinds
{
    /// <summary>Their names, as written on the command line.</summary>
    public static readonly string[] Names = ["command", "package", "text"];

    /// <summary>The judge of a kind; null where there is no such kind.</summary>
    public static IRowJudge? Find(string kind, Gate gate, Policy policy, Given given, Terminal terminal) => kind switch
    {
        "command" => new TextJudge(gate, policy, terminal.Time) { Commands = true },
        "package" => new PackageJudge(given.Has("registry") ? OnlineJudge.Of(given, terminal) : new NameJudge(UserIndex.Load(terminal)).Judge, terminal.Time),
        "text" => new TextJudge(gate, policy, terminal.Time),
        _ => null,
    };
}
