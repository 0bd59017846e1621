using System.Text;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Text;
using Sallyport.Engine.Configuration;

namespace Sallyport.Cli.Commands.Initializing;

/// <summary><c>sallyport init</c>: sets a repository up, and takes back what it set up.</summary>
internal static class InitCommand
{
    private const string Workflow = ".github/workflows/sallyport-scan.yml";

    public static readonly Command Row = new("init", "", "Set a repository up: configuration, pre-commit hook, CI; shows the diff first", Options, Run)
    {
        Notes = "Without --write nothing is changed. What you have changed since is never removed.",
    };

    private static Option[] Options() =>
    [
        new("write", null, "Make the changes"),
        new("undo", null, "Take back what init wrote; with --write"),
        new("ignore-files", null, "Make the ignore files of the AI tools in use from one list, and nothing else"),
        new("no-hook", null, "Leave git's pre-commit hook alone"),
        new("no-ci", null, "Leave the CI workflow alone"),
    ];

    private static int Run(Given given, Terminal terminal)
    {
        if (given.Operands.Count > 0)
        {
            throw new UserException("`init` takes no path", "run it in the repository");
        }

        var project = Project.Around(".", terminal.Folder, Setting.Files);
        var undo = given.Has("undo");
        var changes = new List<Change>();
        if (given.Has("ignore-files"))
        {
            IgnoreFiles.Add(changes, project, undo, given, terminal);
        }
        else
        {
            AddSetUp(changes, project, undo, given, terminal);
        }

        if (changes.Count == 0)
        {
            terminal.Error.WriteLine(undo ? "there is nothing to take back" : "everything is set up already");
            return ExitCode.Clean;
        }

        foreach (var change in changes)
        {
            terminal.Out.Write(UnifiedDiff.Of(change.Shown, change.Before, change.After));
        }

        terminal.Flush();
        if (!given.Has("write"))
        {
            terminal.Error.WriteLine();
            terminal.Error.WriteLine($"hint: nothing was changed; `sallyport init {(given.Has("ignore-files") ? "--ignore-files " : "")}{(undo ? "--undo " : "")}--write` does it");
            return ExitCode.Clean;
        }

        changes.ForEach(Make);
        terminal.Error.WriteLine($"{changes.Count} {(changes.Count == 1 ? "file" : "files")} {(undo ? "taken back" : "written")}");
        return ExitCode.Clean;
    }

    private static void AddSetUp(List<Change> changes, Project project, bool undo, Given given, Terminal terminal)
    {
        AddFile(changes, project, "sallyport.yml", Templates.Configuration, undo, terminal);
        if (!given.Has("no-ci"))
        {
            AddFile(changes, project, Workflow, Templates.Workflow, undo, terminal);
        }

        if (!given.Has("no-hook"))
        {
            AddHook(changes, project, undo, terminal);
        }
    }

    private static void AddFile(List<Change> changes, Project project, string place, string template, bool undo, Terminal terminal)
    {
        var path = project.Full(place);
        var before = Text(path);
        if (!undo && before is null)
        {
            changes.Add(new Change(path, place, null, Seal.Close(template)));
        }
        else if (undo && before is not null && Seal.IsSealed(before, out var intact))
        {
            if (intact)
            {
                changes.Add(new Change(path, place, before, null));
            }
            else
            {
                terminal.Error.WriteLine($"{place} was changed since; it stays");
            }
        }
    }

    private static void AddHook(List<Change> changes, Project project, bool undo, Terminal terminal)
    {
        if (GitProgram.PreCommitHook(project.Root) is not { } path)
        {
            terminal.Error.WriteLine("this is no git repository, or git is not installed; there is no hook to write");
            return;
        }

        var before = Text(path);
        var after = undo ? before is null ? null : HookFile.Without(before) : HookFile.With(before);
        if (after != before)
        {
            changes.Add(new Change(path, Path.GetRelativePath(project.Root, path), before, after, Executable: true));
        }
    }

    private static void Make(Change change)
    {
        if (change.After is null)
        {
            Setting.Files.Delete(change.Path);
            return;
        }

        Setting.Files.Write(change.Path, Encoding.UTF8.GetBytes(change.After));
        if (change.Executable && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(change.Path, File.GetUnixFileMode(change.Path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    private static string? Text(string path) => Setting.Files.Read(path) is { } data ? Encoding.UTF8.GetString(data) : null;
}
