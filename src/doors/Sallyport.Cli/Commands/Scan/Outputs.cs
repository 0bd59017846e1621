using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Findings;
using Sallyport.Reports;

namespace Sallyport.Cli.Commands.Scan;

/// <summary>Where a scan's result goes: each <c>--output FORMAT</c> to standard output, each <c>--output FORMAT=FILE</c> to its file.</summary>
internal sealed class Outputs
{
    private readonly List<Output> _outputs = [];

    /// <summary>Reads what was asked for; a mistake shows before the scan, not after it.</summary>
    public Outputs(IReadOnlyList<string> given, Terminal terminal)
    {
        foreach (var output in given.Count == 0 ? ["text"] : given)
        {
            var equals = output.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? output : output[..equals];
            var file = equals < 0 || output[(equals + 1)..] == "-" ? null : output[(equals + 1)..];
            _outputs.Add(new Output(ReportFormats.Find(name) ?? throw Unknown(name), file is null ? null : Checked(output, file, terminal)));
        }

        if (_outputs.FindAll(o => o.File is null).Count > 1)
        {
            throw new UserException("only one report can go to standard output", "give the others a file: `--output sarif=sallyport.sarif`");
        }
    }

    /// <summary>Whether a report goes to a file.</summary>
    public bool AnyFile => _outputs.Exists(o => o.File is not null);

    /// <summary>Writes every report.</summary>
    public void Write(ScanResult result, Terminal terminal, ReportOptions options)
    {
        foreach (var output in _outputs)
        {
            var (report, file) = (output.Report, output.File);
            if (file is null)
            {
                terminal.Flush();
                report.Write(result, terminal.Output, options);
                if (report.Name == "github")
                {
                    JobSummary.Append(result, terminal, options);
                }

                continue;
            }

            try
            {
                OutputFile.Write(file, stream => report.Write(result, stream, options with { Color = false, LinkRoot = null }));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UserException($"`{file}` cannot be written: {e.Message}", "give a file in a folder that you may write to");
            }
        }
    }

    private static string Checked(string output, string file, Terminal terminal)
    {
        if (file.Length == 0)
        {
            throw new UserException($"`--output {output}` names no file", "write `--output FORMAT=FILE`, or `--output FORMAT` for standard output");
        }

        var path = Path.GetFullPath(file, terminal.Folder);
        if (Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new UserException($"`{file}` is no file that can be written", "give a file in a folder that exists");
        }

        return path;
    }

    private static UserException Unknown(string name) => new(
        $"there is no format `{name}`",
        Suggestion.Among(name, ReportFormats.Names, "") ?? $"use one of {string.Join(", ", ReportFormats.Names)}");

    private sealed record Output(IReport Report, string? File);
}
