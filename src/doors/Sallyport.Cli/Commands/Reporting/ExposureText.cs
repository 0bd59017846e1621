using System.Globalization;
using Sallyport.Core.Findings;

namespace Sallyport.Cli.Commands.Reporting;

/// <summary>The summary for people, as plain text or Markdown.</summary>
internal static class ExposureText
{
    private const int MostFiles = 50;

    public static void Write(ExposureSummary summary, TextWriter writer, bool markdown)
    {
        var title = markdown ? "## " : "";
        writer.WriteLine($"{(markdown ? "# " : "")}What an assistant in this folder could see and send");
        writer.WriteLine();
        var readable = summary.Files.Where(f => summary.Tools.Count == 0 || f.Readers.Count > 0).ToArray();
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(Total(readable, f => f.Secrets), "secret")}, {Count(Total(readable, f => f.Personal), "piece")} of personal data, {Count(Total(readable, f => f.Places), "private host or path")} in {Count(readable.Length, "file")} of {summary.Looked}"));
        writer.WriteLine();
        writer.WriteLine($"{title}Tools in use");
        writer.WriteLine();
        foreach (var tool in summary.Tools)
        {
            var reads = summary.Files.Count(f => f.Readers.Contains(tool.Name));
            writer.WriteLine($"{Item(markdown)}{tool.Name}: reads {reads.ToString(CultureInfo.InvariantCulture)} of these {summary.Files.Count.ToString(CultureInfo.InvariantCulture)} files{(reads > 0 ? $"; to hide one, {tool.Change}" : "")}");
            if (tool.Limit is { } limit)
            {
                writer.WriteLine($"{(markdown ? "  " : "    ")}{limit}");
            }
        }

        if (summary.Tools.Count == 0)
        {
            writer.WriteLine($"{Item(markdown)}none shows itself; name those in use in sallyport.yml, as in `assistants: [cursor]`");
        }

        WriteFiles(summary, writer, markdown, title);
        WriteHoles(summary, writer, markdown, title);
        foreach (var gap in summary.Unread.Take(10))
        {
            writer.WriteLine($"{Item(markdown)}not read: {gap.Path}: {gap.Reason}");
        }
    }

    private static void WriteFiles(ExposureSummary summary, TextWriter writer, bool markdown, string title)
    {
        writer.WriteLine();
        writer.WriteLine($"{title}Files");
        writer.WriteLine();
        if (markdown)
        {
            writer.WriteLine("| file | holds | read by | change |");
            writer.WriteLine("|---|---|---|---|");
        }

        foreach (var file in summary.Files.OrderByDescending(f => f.Readers.Count > 0).ThenByDescending(f => f.Weight).ThenBy(f => f.Path, StringComparer.Ordinal).Take(MostFiles))
        {
            var readers = file.Readers.Count == 0 ? (summary.Tools.Count == 0 ? "every tool" : "no tool") : string.Join(", ", file.Readers);
            if (markdown)
            {
                writer.WriteLine($"| `{file.Path}` | {Holds(file)} | {readers} | {file.Change ?? ""} |".Replace("\r", "", StringComparison.Ordinal));
                continue;
            }

            writer.WriteLine($"  {file.Path}: {Holds(file)}");
            writer.WriteLine($"      read by {readers}{(file.Change is { } change ? $"; {change}" : "")}");
        }

        if (summary.Files.Count > MostFiles)
        {
            writer.WriteLine($"{Item(markdown)}and {Count(summary.Files.Count - MostFiles, "file")} more; `--output json` has all");
        }
        else if (summary.Files.Count == 0)
        {
            writer.WriteLine($"{Item(markdown)}nothing was found, and no name is private");
        }
    }

    private static void WriteHoles(ExposureSummary summary, TextWriter writer, bool markdown, string title)
    {
        var holes = summary.Holes.Where(h => h.Rule is not "exposure/uncovered-file").ToArray();
        if (holes.Length == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"{title}Set-up");
        writer.WriteLine();
        foreach (var hole in holes)
        {
            writer.WriteLine($"{Item(markdown)}{hole.Level.Name()}: {hole.Title} ({hole.Path}:{hole.Start.Line.ToString(CultureInfo.InvariantCulture)}); {hole.Evidence[0]}");
        }
    }

    private static string Holds(ExposureSummary.File file)
    {
        var parts = file.Secrets.Concat(file.Personal).Concat(file.Places).Select(k => $"{k.Count.ToString(CultureInfo.InvariantCulture)} {k.Rule[(k.Rule.IndexOf('/', StringComparison.Ordinal) + 1)..]}").ToList();
        if (file.PrivateBy is { } by)
        {
            parts.Insert(0, $"private by its name ({by})");
        }

        return string.Join(", ", parts);
    }

    private static string Item(bool markdown) => markdown ? "- " : "  ";

    private static int Total(ExposureSummary.File[] files, Func<ExposureSummary.File, IReadOnlyList<(string Rule, int Count)>> kinds) => files.Sum(f => kinds(f).Sum(k => k.Count));

    private static string Count(int n, string word) =>
        $"{n.ToString(CultureInfo.InvariantCulture)} {(n == 1 ? word : word == "private host or path" ? "private hosts or paths" : word + "s")}";
}
