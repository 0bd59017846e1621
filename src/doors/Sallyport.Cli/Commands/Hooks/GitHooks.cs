using System.Text;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Text;
using Sallyport.Engine.Configuration;

namespace Sallyport.Cli.Commands.Hooks;

/// <summary>Our lines in git's hooks that trace an agent's commits.</summary>
internal static class GitHooks
{
    private const string Begin = "# >>> sallyport hook\n";
    private const string End = "# <<< sallyport hook\n";
    private const string Shebang = "#!/bin/sh\n";
    private static readonly string[] Steps = ["prepare-commit-msg", "post-commit"];

    public static int Run(string word, Given given, Terminal terminal)
    {
        var root = Project.Around(".", terminal.Folder, Setting.Files).Root;
        var changed = false;
        foreach (var step in Steps)
        {
            var path = Path.GetFullPath(GitProgram.Ask(root, "rev-parse", "--git-path", "hooks/" + step) ?? throw new UserException("this is no git repository", "run it in one"), root);
            var before = Setting.Files.Read(path) is { } data ? Encoding.UTF8.GetString(data) : null;
            var after = word == "install" ? With(before, step) : Without(before);
            if (after == before)
            {
                continue;
            }

            changed = true;
            terminal.Out.Write(UnifiedDiff.Of(Path.GetRelativePath(root, path), before, after));
            if (given.Has("write"))
            {
                Make(path, after);
            }
        }

        terminal.Flush();
        terminal.Error.WriteLine(!changed ? "nothing to change" : given.Has("write") ? "written" : $"hint: nothing was changed; `sallyport hook {word} git --write` does it");
        return ExitCode.Clean;
    }

    private static void Make(string path, string? after)
    {
        if (after is null)
        {
            Setting.Files.Delete(path);
            return;
        }

        Setting.Files.Write(path, Encoding.UTF8.GetBytes(after));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    // A commit is not to fail because a trace could not be written; what failed is said.
    private static string With(string? before, string step)
    {
        var block = $"{Begin}if command -v sallyport >/dev/null 2>&1; then sallyport hook git {step}{(step == "post-commit" ? "" : " \"$@\"")} || echo \"sallyport: this commit carries no trace\" >&2; fi\n{End}";
        if (string.IsNullOrEmpty(before))
        {
            return Shebang + block;
        }

        var line = before.IndexOf('\n', StringComparison.Ordinal) + 1;
        return before.Contains(Begin, StringComparison.Ordinal) ? before
            : line > 0 && before.StartsWith("#!", StringComparison.Ordinal) && before[..line].Contains("sh", StringComparison.Ordinal) ? before[..line] + block + before[line..]
            : throw new UserException($"the {step} hook is no shell script", $"call `sallyport hook git {step}` from it yourself");
    }

    private static string? Without(string? before)
    {
        var from = before?.IndexOf(Begin, StringComparison.Ordinal) ?? -1;
        var to = before?.IndexOf(End, StringComparison.Ordinal) ?? -1;
        if (from < 0 || to < from)
        {
            return before;
        }

        var rest = before![..from] + before[(to + End.Length)..];
        return rest == Shebang ? null : rest;
    }
}
