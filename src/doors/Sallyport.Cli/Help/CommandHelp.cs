using Sallyport.Cli.Arguments;

namespace Sallyport.Cli.Help;

/// <summary>What <c>sallyport COMMAND --help</c> says.</summary>
internal static class CommandHelp
{
    public static void Write(Command command, TextWriter to)
    {
        to.WriteLine($"{command.Summary}");
        to.WriteLine();
        to.WriteLine($"Usage: sallyport {command.Name}{(command.Options().Length > 0 ? " [OPTIONS]" : "")}{(command.Operands.Length > 0 ? " " + command.Operands : "")}");
        to.WriteLine();
        to.WriteLine("Options:");
        var rows = command.Options().Append(new Option("help", null, "Show this") { Short = 'h' }).Select(o => (Name: Names(o), o.Help)).ToArray();
        var width = rows.Max(r => r.Name.Length);
        foreach (var (name, help) in rows)
        {
            to.WriteLine($"  {name.PadRight(width)}  {help}");
        }

        if (command.Notes.Length > 0)
        {
            to.WriteLine();
            to.WriteLine(command.Notes);
        }
    }

    private static string Names(Option option)
    {
        var value = option.Value is null ? "" : option.Optional ? $"[={option.Value}]" : $" {option.Value}";
        return $"{(option.Short == '\0' ? "    " : $"-{option.Short}, ")}--{option.Name}{value}";
    }
}
