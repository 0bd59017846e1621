using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Policy;
using Sallyport.Engine;

namespace Sallyport.Cli.Commands.Judge;

/// <summary><c>sallyport judge</c>: the gate without a door, for pipelines, policy tests and measurements.</summary>
internal static class JudgeCommand
{
    public static readonly Command Row = new(
        "judge", "KIND", "Decide about artifacts: JSON lines in, one decision a line out", Options, Run)
    {
        Words = JudgeKinds.Names,
        Notes = """
            Kinds: command, package, text
            A row of command: {"id": "1", "text": "…", "cwd": "/full/path", "shell": "bash|powershell"}; without cwd it is a project of its own
            A row of text: {"id": "1", "text": "…", "carrier": "prompt"}
            A row of package: {"id": "1", "ecosystem": "pypi|npm|nuget|crates|rubygems|go|maven", "name": "…"}, judged by its name alone, with "verdict" and "target" in the answer
            Carriers: prompt, tool-call (text that leaves: secrets are redacted); tool-result, tool-description, document, issue, code-comment, agent-rules, skill, model-output, file (text that comes in)
            A decision: {"id": "1", "decision": "allow|rewrite|ask|deny", "score": 0, "rules": [], "us": 40, "policy": "…"}, with "text" when it was rewritten
            Exit codes: 0 every row was judged, 2 a row could not be: it has {"id": …, "error": …}
            """,
    };

    private static Option[] Options() =>
    [
        new("only", "RULE", "Run only this family or rule") { Repeats = true },
        new("exclude", "RULE", "Leave out this family or rule") { Repeats = true },
        new("fail-on", "LEVEL", "Least level that counts: error, warning (default) or note") { Words = ["error", "warning", "note"] },
        new("registry", null, "package: ask the registries that your clients use, too"),
        new("preview", null, "Run preview rules, too"),
    ];

    private static int Run(Given given, Terminal terminal)
    {
        var kind = given.Operands.Count > 0 ? given.Operands[0] : "";
        if (given.Operands.Count != 1 || !JudgeKinds.Names.Contains(kind))
        {
            throw new UserException(
                kind.Length == 0 ? "`judge` needs a kind" : given.Operands.Count > 1 ? "`judge` takes one kind" : $"there is no kind `{kind}`",
                $"write `sallyport judge {string.Join('|', JudgeKinds.Names)}`");
        }

        var rules = BuiltInRules.Load();
        var policy = RuleChoice.Policy(given, rules) with { Trusted = false };
        var judge = JudgeKinds.Find(kind, BuiltInDetectors.Gate(rules, policy, terminal.Time), policy, given, terminal)!;
        var rows = new RowReader(terminal.Input);
        var failed = false;
        while (rows.Next(out var row))
        {
            failed |= !judge.Judge(row, rows, terminal.Output);
        }

        return failed ? ExitCode.Error : ExitCode.Clean;
    }
}
