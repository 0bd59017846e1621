using Sallyport.Detectors.Commands.Programs;
using Sallyport.Syntax.Shell;

namespace Sallyport.Detectors.Commands.Effects;

/// <content>What a table cannot say: programs whose effect depends on how their arguments relate.</content>
internal sealed partial class ActionReader
{
    private readonly HashSet<Invocation> _connected = new(ReferenceEqualityComparer.Instance);

    private void Own(Invocation invocation, CommandWords command)
    {
        switch (invocation.Program)
        {
            case "git":
                Git(invocation, command);
                break;
            case "kill" or "pkill" or "killall" or "taskkill" or "skill" or "stop-process":
                if (invocation.Arguments.Skip(1).Any(a => a.Known.Contains("sallyport", StringComparison.OrdinalIgnoreCase)))
                {
                    Add("protect", invocation, invocation.ToString(), "gate");
                }

                break;
            case "systemctl" or "service" or "launchctl" or "npm" or "pip" or "dotnet" or "apt" or "apt-get" or "brew" or "pipx" or "chmod" or "mv" or "rm" or "unalias" or "alias" or "pip3" or "cargo":
                if (invocation.Arguments.Skip(1).Any(a => a.Known.Contains("sallyport", StringComparison.OrdinalIgnoreCase)) && command.Operands.Any(o => o.Known is "stop" or "disable" or "mask" or "uninstall" or "remove" or "unload" or "bootout" or "purge"))
                {
                    Add("protect", invocation, invocation.ToString(), "gate");
                }

                break;
            case "tar" or "gtar" or "bsdtar" when command.Has("--remove-files"):
                Add("delete", invocation, invocation.ToString(), "recursive", "forced", "outside", "unknown");
                break;
            case "curl" or "wget" or "http" or "https" or "xh":
                Web(invocation, command);
                break;
                    }

        var isShell = Array.IndexOf(Shells, invocation.Program) >= 0;
        if (isShell && invocation.Outer is { } outer && _connected.Contains(outer))
        {
            Add("network", invocation, invocation.ToString(), "shell");
        }

        if (invocation.Environment.Keys.Any(k => k.StartsWith("SALLYPORT_", StringComparison.Ordinal) && k is not ("SALLYPORT_NO_BUILD" or "SALLYPORT_ACCEPT")))
        {
            Add("protect", invocation, invocation.ToString(), "gate");
        }

        // A loader that is told to put a library into every program.
        if (invocation.Environment.Keys.Any(k => k is "LD_PRELOAD" or "LD_AUDIT" or "DYLD_INSERT_LIBRARIES" or "BASH_ENV" or "PROMPT_COMMAND"))
        {
            Add("persist", invocation, invocation.ToString(), "loader");
        }
    }

    private void Git(Invocation invocation, CommandWords command)
    {
        var operands = command.Operands;
        var subcommand = operands.Count > 0 ? operands[0].Text : null;
        switch (subcommand)
        {
            case "checkout" when Files(operands) > 1 && !command.Has("-b") && !command.Has("-B") && !command.Has("--orphan"):
                // `git checkout main file` takes the file of another version.
                Add("history", invocation, invocation.ToString(), "worktree");
                break;
            case "remote" when !operands.Any(o => o.Text is "update" or "show" or "prune"):
            case "archive" when !command.Has("--remote"):
                break;
            case "fetch" or "pull" or "push" or "clone" or "ls-remote" or "submodule" or "remote" or "archive":
                if (Setting(invocation, "core.sshcommand") || invocation.Environment.ContainsKey("GIT_SSH_COMMAND") || invocation.Environment.ContainsKey("GIT_SSH"))
                {
                    Add("execute", invocation, invocation.ToString(), "git-setting");
                }

                break;
        }

        if (subcommand is "push" && operands.Any(o => o.Prefix.StartsWith('+') || o.Prefix.StartsWith(':') || o.Prefix.Contains(":+", StringComparison.Ordinal)))
        {
            Add("history", invocation, invocation.ToString(), "remote");
        }

        if (subcommand is "clone" or "fetch" or "pull" or "push" && invocation.Arguments.Any(a => a.Prefix.StartsWith("ext::", StringComparison.Ordinal) || a.Prefix.StartsWith("--upload-pack", StringComparison.Ordinal) || a.Prefix.StartsWith("--receive-pack", StringComparison.Ordinal)))
        {
            Add("execute", invocation, invocation.ToString(), "git-setting");
        }

        foreach (var argument in invocation.Arguments)
        {
            var text = argument.Known;
            if (text.StartsWith("core.hooksPath=", StringComparison.OrdinalIgnoreCase) || text.StartsWith("-ccore.hooksPath=", StringComparison.OrdinalIgnoreCase))
            {
                Add("execute", invocation, text, "git-setting");
            }
        }
    }

    // The branch and the paths; words that are values of `--track` or `--recurse-submodules` are neither.
    private static int Files(IReadOnlyList<Value> operands) => operands.Skip(1).Count(o => o.Text is not ("inherit" or "direct" or "on-demand" or "checkout"));

    private static bool Setting(Invocation invocation, string name) =>
        invocation.Arguments.Any(a => a.Known.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase) || a.Known.StartsWith("-c" + name + "=", StringComparison.OrdinalIgnoreCase)) ||
        invocation.Environment.Any(e => e.Key.StartsWith("GIT_CONFIG", StringComparison.Ordinal) && e.Value.Known.Contains(name, StringComparison.OrdinalIgnoreCase));

    private void Web(Invocation invocation, CommandWords command)
    {
        foreach (var argument in invocation.Arguments.Skip(1))
        {
            var text = argument.Known;
            if (text.Contains("169.254.169.254", StringComparison.Ordinal) || text.Contains("metadata.google.internal", StringComparison.Ordinal) || text.Contains("100.100.100.200", StringComparison.Ordinal) || text.Contains("fd00:ec2::254", StringComparison.Ordinal))
            {
                Add("read", invocation, text, "secret", "cloud", "metadata");
            }
        }

        var posts = command.Has("-X") || command.Has("--request") || command.Has("-d") || command.Has("--data") || command.Has("--post-data") || command.Has("--data-raw") || command.Has("--json");
        if (posts && invocation.Arguments.Any(a => a.Known.Split('?')[0] is var path && (path.EndsWith("/doDelete", StringComparison.Ordinal) || path.EndsWith("/delete", StringComparison.Ordinal) || path.EndsWith("/_delete_by_query", StringComparison.Ordinal) || path.EndsWith("/destroy", StringComparison.Ordinal) || path.EndsWith("/purge", StringComparison.Ordinal) || path.EndsWith("/purge_cache", StringComparison.Ordinal) || path.EndsWith("/clear", StringComparison.Ordinal) || path.EndsWith("/_close", StringComparison.Ordinal) || path.EndsWith("/shutdown", StringComparison.Ordinal) || path.EndsWith("/terminate", StringComparison.Ordinal))))
        {
            Add("destroy", invocation, invocation.ToString(), "api");
        }

        if (invocation.Arguments.Any(a => a.Known.Contains("deleteIndex", StringComparison.Ordinal) || a.Known.Contains("mutation", StringComparison.Ordinal) && a.Known.Contains("delete", StringComparison.OrdinalIgnoreCase)))
        {
            Add("destroy", invocation, invocation.ToString(), "api");
        }
    }

    private void Sql(Invocation invocation)
    {
        foreach (var text in invocation.Arguments.Skip(1).Append(invocation.Input ?? Value.Empty))
        {
            if (SqlStatement.Destroys(text.Known) is { } statement)
            {
                Add("destroy", invocation, statement, "database");
                return;
            }
        }
    }
}
