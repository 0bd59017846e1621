using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Engine.Hooks;

namespace Sallyport.Cli.Commands.Approving;

/// <summary><c>sallyport halt</c>: stops every agent of this project now.</summary>
internal static class HaltCommand
{
    public static readonly Command Row = new("halt", "[REASON]", "Stop every agent of this project now; their rights end, too", Options, Run)
    {
        Notes = "From then on every hook of every agent here denies, until --lift. Programs that run already are not ended.",
    };

    private static Option[] Options() => [new("lift", null, "Let agents go on")];

    private static int Run(Given given, Terminal terminal)
    {
        var folders = new UserFolders(terminal);
        var project = new HookGate(new HookSetting(folders, terminal.Time, VersionText.Current)).For(terminal.Folder);
        var person = new KeyValuePair<string, string>("person", Environment.UserName);
        if (given.Has("lift"))
        {
            OnlyPeople.May("lift a halt", folders, project, terminal);
            if (!project.Halt.Lift())
            {
                throw new UserException("no halt is in force here", "`sallyport halt` calls one");
            }

            project.Record("halt", "lifted", [person]);
            terminal.Error.WriteLine("agents of this project may go on");
            return ExitCode.Clean;
        }

        // Anybody may stop, an agent too.
        project.Halt.Call(Environment.UserName, string.Join(' ', given.Operands));
        project.Queue.Revoke();
        project.Record("halt", "called", [person, new("reason", string.Join(' ', given.Operands))]);
        terminal.Error.WriteLine("every agent of this project is stopped: their next call is denied, and what was approved is void");
        terminal.Error.WriteLine();
        terminal.Error.WriteLine("hint: `sallyport halt --lift` lets them go on");
        return ExitCode.Clean;
    }
}
