using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Engine;

namespace Sallyport.Cli.Commands.Completing;

/// <summary><c>sallyport complete -- WORDS…</c>: what may stand where the last word is being typed. Completion scripts call it.</summary>
internal static class CompleteCommand
{
    /// <summary>A line that asks the shell for files.</summary>
    private const string Files = ":files";

    public static readonly Command Row = new("complete", "-- WORD…", "List what may stand at the last word", () => [], Run) { Hidden = true };

    private static int Run(Given given, Terminal terminal)
    {
        foreach (var candidate in Candidates(given.Operands))
        {
            terminal.Out.WriteLine(candidate);
        }

        return ExitCode.Clean;
    }

    private static IEnumerable<string> Candidates(List<string> words)
    {
        var last = words.Count > 0 ? words[^1] : "";
        if (words.Count <= 1)
        {
            return Fitting(CommandTable.Names().Append("help"), last);
        }

        if (words[0] == "help")
        {
            return Fitting(CommandTable.Names(), last);
        }

        if (CommandTable.Find(words[0]) is not { } command)
        {
            return [];
        }

        var options = command.Options();
        if (last.StartsWith("--", StringComparison.Ordinal) && last.IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
        {
            var prefix = last[..(equals + 1)];
            return Array.Find(options, o => o.Name == last[2..equals]) is { } named ? Fitting(Values(named), last[(equals + 1)..]).Select(v => v == Files ? v : prefix + v) : [];
        }

        if (words.Count > 2 && words[^2].StartsWith('-') && Array.Find(options, o => Names(o, words[^2])) is { Value: not null, Optional: false } open)
        {
            return Fitting(Values(open), last);
        }

        return last.StartsWith('-') ? Fitting(options.Select(o => "--" + o.Name).Append("--help"), last)
            : command.Words is { } operands ? Fitting(operands, last)
            : command.Name == "explain" ? Fitting(RuleIds().Concat(BuiltInThreats.Load().Ids), last)
            : command.Operands.Contains("PATH", StringComparison.Ordinal) ? [Files] : [];
    }

    private static IEnumerable<string> Values(Option option) =>
        option.Words ?? (option.Value == "RULE" ? RuleIds() : option.Value is "FILE" ? [Files] : option.Name == "output" ? Reports.ReportFormats.Names : []);

    private static IEnumerable<string> RuleIds()
    {
        var rules = BuiltInRules.Load().Rules;
        return rules.Select(r => r.Family).Distinct().Concat(rules.Select(r => r.Id));
    }

    private static bool Names(Option option, string word) => word == "--" + option.Name || (word.Length == 2 && word[1] == option.Short);

    private static IEnumerable<string> Fitting(IEnumerable<string> words, string begun) => words.Where(w => w == Files || w.StartsWith(begun, StringComparison.Ordinal));
}
