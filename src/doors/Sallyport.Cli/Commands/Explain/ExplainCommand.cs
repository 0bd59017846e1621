using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Engine;
using Sallyport.Engine.Configuration;
using Sallyport.Rules.Compiled;

namespace Sallyport.Cli.Commands.Explain;

/// <summary><c>sallyport explain</c>: what a rule or a threat is about.</summary>
internal static class ExplainCommand
{
    public static readonly Command Row = new("explain", "[ID]", "Say what a rule, a family or a threat is about", () => [], Run)
    {
        Notes = """
            Without an id: the families of rules and how many each has, and the threats
            Example: sallyport explain secrets/stripe-secret-key
            """,
    };

    private static int Run(Given given, Terminal terminal)
    {
        if (given.Operands.Count > 1)
        {
            throw new UserException("`explain` takes one id", "write `sallyport explain secrets/stripe-secret-key`, for example");
        }

        var (rules, _) = Setting.LoadRules(Project.Around(".", terminal.Folder, Setting.Files), trusted: true, terminal);
        if (given.Operands.Count == 0)
        {
            Overview(rules, terminal.Out);
            return ExitCode.Clean;
        }

        var id = given.Operands[0];
        if (rules.Find(id) is { } rule)
        {
            Rule(rule, terminal.Out);
        }
        else if (BuiltInThreats.Load().Find(id) is { } threat)
        {
            Threat(id, threat.Title, threat.Help, rules, terminal.Out);
        }
        else if (rules.Rules.Where(r => r.Family == id).ToArray() is { Length: > 0 } family)
        {
            Family(family, terminal.Out);
        }
        else
        {
            var known = rules.Rules.Select(r => r.Id).Concat(BuiltInThreats.Load().Ids).Concat(rules.Rules.Select(r => r.Family).Distinct());
            throw new UserException($"there is no rule, family or threat `{id}`", Near(id, known) ?? "`sallyport explain` lists the families and threats");
        }

        return ExitCode.Clean;
    }

    // People type `stripe-secret-key` for `secrets/stripe-secret-key`.
    private static string? Near(string id, IEnumerable<string> known)
    {
        var all = known.ToArray();
        var near = Array.Find(all, k => k.EndsWith("/" + id, StringComparison.Ordinal)) ?? Spelling.Nearest(id, all)
            ?? Array.Find(all, k => k.Contains(id, StringComparison.Ordinal));
        return near is null ? null : $"did you mean `{near}`?";
    }

    private static void Overview(RuleSet rules, TextWriter to)
    {
        to.WriteLine("Rules");
        foreach (var family in rules.Rules.GroupBy(r => r.Family))
        {
            to.WriteLine($"  {family.Key,-34} {family.Count(),5} {(family.Count() == 1 ? "rule" : "rules")}");
        }

        to.WriteLine();
        to.WriteLine("Threats");
        var threats = BuiltInThreats.Load();
        foreach (var id in threats.Ids)
        {
            var answering = rules.Rules.Count(r => r.Threats.Contains(id, StringComparer.Ordinal));
            to.WriteLine($"  {id,-34} {answering,5} {(answering == 1 ? "rule" : "rules")}");
        }

        to.WriteLine();
        to.WriteLine("`sallyport explain ID` shows a family, a rule or a threat");
    }

    private static void Family(Rule[] family, TextWriter to)
    {
        foreach (var rule in family)
        {
            to.WriteLine($"{rule.Id,-50} {rule.Title}");
        }
    }

    private static void Rule(Rule rule, TextWriter to)
    {
        to.WriteLine($"# {rule.Title}");
        to.WriteLine();
        to.WriteLine($"rule        {rule.Id}{(rule.Was.Count > 0 ? $" (was {string.Join(", ", rule.Was)})" : "")}");
        to.WriteLine($"level       {Levels.Of(rule.Severity, rule.Confidence).Name()} (severity {Word(rule.Severity)}, confidence {Word(rule.Confidence)} before the evidence is weighed)");
        to.WriteLine($"status      {Word(rule.Status)}");
        to.WriteLine($"weaknesses  {string.Join(", ", rule.Cwe.Select(c => $"CWE-{c}"))}");
        to.WriteLine($"threats     {string.Join(", ", rule.Threats)}");
        to.WriteLine();
        to.Write(rule.Help);
        to.WriteLine();
        to.WriteLine($"To accept one finding, write `sallyport: ignore[{rule.Id}] -- reason` in a comment beside it");
    }

    private static void Threat(string id, string title, string help, RuleSet rules, TextWriter to)
    {
        to.WriteLine($"# {title}");
        to.WriteLine();
        to.Write(help);
        var answering = rules.Rules.Where(r => r.Threats.Contains(id, StringComparer.Ordinal)).GroupBy(r => r.Family).ToArray();
        to.WriteLine();
        to.WriteLine(answering.Length == 0 ? "No rule answers it yet" : $"Answered by {string.Join(", ", answering.Select(f => $"{f.Count()} rules of {f.Key}"))}");
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
