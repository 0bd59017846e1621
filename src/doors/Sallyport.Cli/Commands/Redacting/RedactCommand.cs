using System.Globalization;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Engine;
using Sallyport.Engine.Configuration;
using Sallyport.Engine.Redacting;

namespace Sallyport.Cli.Commands.Redacting;

/// <summary><c>sallyport redact</c>: takes secrets and personal data out of a text, and puts them back.</summary>
internal static class RedactCommand
{
    private const int Chunk = 1 << 20;

    public static readonly Command Row = new("redact", "[FILE|-]", "Replace secrets and personal data by placeholders; --restore puts them back", Options, Run)
    {
        Notes = """
            The text goes to standard output, byte for byte as it was but for the values. The same value gets the same placeholder in every file of a project.
            What leads back is sealed and lies in your own data folder ($XDG_DATA_HOME/sallyport/redactions), with its key beside it (redaction.key).
            Exit codes: 0 done; 2 a mistake, and nothing was written
            """,
    };

    private static Option[] Options() =>
    [
        new("restore", null, "Put the values back in place of their placeholders"),
        new("only", "RULE", "Replace only what this family or rule finds") { Repeats = true },
        new("exclude", "RULE", "Leave what this family or rule finds") { Repeats = true },
    ];

    private static int Run(Given given, Terminal terminal)
    {
        if (given.Operands.Count > 1)
        {
            throw new UserException("`redact` takes one file", "write `sallyport redact FILE > REDACTED` for each");
        }

        var name = given.Operands.Count == 1 ? given.Operands[0] : "-";
        var path = Path.GetFullPath(name, terminal.Folder);
        if (name != "-" && !File.Exists(path))
        {
            throw new UserException(Directory.Exists(path) ? $"`{name}` is a folder" : $"`{name}` does not exist", "give one file, or `-` for standard input");
        }

        var project = Project.Around(name == "-" ? terminal.Folder : path, terminal.Folder, Setting.Files);
        using var store = PlaceholderStore.Open(project, terminal);
        using var input = name == "-" ? terminal.Input : File.OpenRead(path);
        if (given.Has("restore"))
        {
            Restore(input, store, terminal);
        }
        else
        {
            Redact(given, name, input, store, terminal);
        }

        return ExitCode.Clean;
    }

    // Nothing leaves before the map that leads back is on disk.
    private static void Redact(Given given, string name, Stream input, PlaceholderStore store, Terminal terminal)
    {
        var rules = BuiltInRules.Load();
        var redactor = BuiltInDetectors.Gate(rules, RuleChoice.Policy(given, rules), terminal.Time).Redactor(store.Placeholders, name == "-" ? "<text>" : name);
        using var output = store.Scratch();
        var text = new WideText(input);
        var buffer = new byte[Chunk];
        int read;
        while ((read = text.Read(buffer)) > 0)
        {
            text.Write(output, redactor.Push(buffer.AsSpan(0, read)).Span);
        }

        text.Write(output, redactor.Finish().Span);
        store.Save();
        output.Position = 0;
        output.CopyTo(terminal.Output);
        Tell(redactor, terminal);
    }

    private static void Restore(Stream input, PlaceholderStore store, Terminal terminal)
    {
        var restorer = new Restorer(store.Placeholders);
        var text = new WideText(input);
        var buffer = new byte[Chunk];
        int read;
        while ((read = text.Read(buffer)) > 0)
        {
            text.Write(terminal.Output, restorer.Push(buffer.AsSpan(0, read)).Span);
        }

        text.Write(terminal.Output, restorer.Finish().Span);
        terminal.Error.WriteLine(restorer.Count == 0 ? "no placeholder of this project" : $"{Count(restorer.Count, "placeholder")} put back");
    }

    private static void Tell(Redactor redactor, Terminal terminal)
    {
        var total = redactor.Counts.Values.Sum();
        var kinds = string.Join(", ", redactor.Counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Value} {c.Key[(c.Key.IndexOf('/', StringComparison.Ordinal) + 1)..]}"));
        terminal.Error.WriteLine(total == 0 ? "nothing to redact" : $"{Count(total, "value")} replaced: {kinds}");
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
