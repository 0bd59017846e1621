using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;

namespace Sallyport.Cli.Commands.Reporting;

/// <summary><c>sallyport report</c>: summaries of a project. A summary is one class of this folder and one line here.</summary>
internal static class ReportCommand
{
    public static readonly Command Row = new("report", "exposure [PATH]", "Say what an AI assistant that works in this folder could see and send", Options, Run)
    {
        Words = ["exposure"],
        Notes = "exposure: secrets, personal data, private paths and hosts, by file and by tool in use, with the one change that closes each; also in files that git ignores",
    };

    private static Option[] Options() =>
    [
        new("output", "FORMAT", "text (default), markdown or json") { Short = 'o', Words = ["text", "markdown", "json"] },
        new("threads", "N", "How many threads look; by default one for each processor"),
    ];

    private static int Run(Given given, Terminal terminal)
    {
        var kind = given.Operands.Count > 0 ? given.Operands[0] : "";
        if (kind != "exposure" || given.Operands.Count > 2)
        {
            throw new UserException(kind.Length == 0 ? "`report` needs a word" : kind == "exposure" ? "`report exposure` takes one folder" : $"there is no report `{kind}`", "write `sallyport report exposure [PATH]`");
        }

        given.Operands.RemoveAt(0);
        var summary = ExposureSummary.Of(given, terminal);
        switch (given.Value("output"))
        {
            case "json":
                ExposureJson.Write(summary, terminal.Output);
                break;
            case "markdown":
                ExposureText.Write(summary, terminal.Out, markdown: true);
                break;
            default:
                ExposureText.Write(summary, terminal.Out, markdown: false);
                break;
        }

        return ExitCode.Clean;
    }
}
