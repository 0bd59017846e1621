using System.Globalization;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Engine.Hooks;

namespace Sallyport.Cli.Commands.Approving;

/// <summary><c>sallyport undo</c>: takes back what an agent did to this project's files.</summary>
internal static class UndoCommand
{
    public static readonly Command Row = new("undo", "[ID]", "Bring this project's files back to before an agent's action", Options, Run)
    {
        Notes = """
            Without ID: the state before the last action that could destroy something. Files, links, modes, git's index, references and stash come back
            byte for byte, what came since goes; the state from before is kept and can come back in turn. Stop agents first: `sallyport halt`.
            """,
    };

    private static Option[] Options() => [new("list", null, "List the states that can come back")];

    private static int Run(Given given, Terminal terminal)
    {
        var folders = new UserFolders(terminal);
        var project = new HookGate(new HookSetting(folders, terminal.Time, VersionText.Current)).For(terminal.Folder);
        var points = project.Undo.List();
        if (given.Has("list"))
        {
            foreach (var point in points)
            {
                terminal.Out.WriteLine($"{point.Id}  {point.Taken.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ssZ", CultureInfo.InvariantCulture)}  {point.Reason}");
            }

            if (points.Count == 0)
            {
                terminal.Error.WriteLine("no state of this project was kept yet");
            }

            return ExitCode.Clean;
        }

        OnlyPeople.May("undo", folders, project, terminal);
        var id = given.Operands switch
        {
            [] when points.Count > 0 => points[0].Id,
            [] => throw new UserException("there is nothing to take back", "a state is kept before every action of an agent that could destroy something"),
            [var one] => one,
            _ => throw new UserException("`undo` takes one state", "write `sallyport undo ID`"),
        };
        var restored = project.Undo.Restore(id);
        project.Record("undo", restored.Failures.Count == 0 ? "restored" : "restored in part", [new("person", Environment.UserName), new("undo", id), new("before", restored.Before.Id)]);
        foreach (var failure in restored.Failures)
        {
            terminal.Error.WriteLine($"warning: {failure}");
        }

        terminal.Error.WriteLine($"{restored.Written} brought back, {restored.Removed} removed");
        terminal.Error.WriteLine();
        terminal.Error.WriteLine($"hint: `sallyport undo {restored.Before.Id}` takes this back");
        return restored.Failures.Count == 0 ? ExitCode.Clean : ExitCode.Error;
    }
}
