using System.Globalization;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Reports;

namespace Sallyport.Cli.Commands.Scan;

/// <summary>The options of <c>scan</c> and what they mean.</summary>
internal static class ScanOptions
{
    private static readonly string[] Levels = ["error", "warning", "note"];

    public static Option[] All() =>
    [
        new("staged", null, "Look at what is staged for commit"),
        new("diff", "REV", "Look at what changed since REV"),
        new("history", "REV", "Look at every version in history, or in a range such as main..topic") { Optional = true },
        new("only", "RULE", "Run only this family or rule, such as secrets") { Repeats = true },
        new("exclude", "RULE", "Leave out this family or rule") { Repeats = true },
        new("fail-on", "LEVEL", "Least level that makes the exit code 1: error, warning (default) or note") { Words = Levels },
        new("untrusted", null, "Give no weight to the tree's own configuration, suppressions and baseline"),
        new("strict", null, "Exit with 2 when anything could not be read"),
        new("no-ignore", null, "Read what .gitignore leaves out, too"),
        new("output", "FORMAT[=FILE]", "Report format (text, full, concise, json, sarif, github, markdown, junit, html), to standard output or a file; repeatable") { Short = 'o', Repeats = true },
        new("suppressed", null, "List what is suppressed, too, in the formats for people"),
        new("config", "FILE", "Use this configuration instead of the nearest sallyport.yml"),
        new("rules", "FILE", "Run the rules of this gitleaks (.toml) or kingfisher (.yml) file, too") { Repeats = true },
        new("preview", null, "Run preview rules, too"),
        new("color", "WHEN", "auto (default), always or never") { Words = ["auto", "always", "never"] },
        new("threads", "N", "How many threads look; by default one for each processor"),
    ];

    /// <summary>How the report looks on standard output.</summary>
    public static ReportOptions Report(Given given, Terminal terminal)
    {
        var color = Colors.Wanted(given.Value("color"), terminal, terminal.OutputIsTerminal);
        return new ReportOptions
        {
            Color = color,
            LinkRoot = color && terminal.OutputIsTerminal ? terminal.Folder : null,
            Suppressed = given.Has("suppressed"),
            Version = VersionText.Current,
        };
    }

    /// <summary>How many threads to use.</summary>
    public static int Threads(Given given)
    {
        if (given.Value("threads") is not { } text)
        {
            return Environment.ProcessorCount;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is > 0 and <= 1024 ? threads
            : throw new UserException($"`{text}` is no number of threads", "use a number from 1 to 1024");
    }
}
