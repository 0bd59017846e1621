using System.Text;
using Sallyport.Agents;
using Sallyport.Agents.Settings;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Commands.Initializing;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Text;
using Sallyport.Engine.Configuration;

namespace Sallyport.Cli.Commands.Hooks;

/// <summary>Sets an agent's hooks and takes them back; shows the diff first.</summary>
internal static class HookSetup
{
    public static int Run(string word, Agent agent, Given given, Terminal terminal)
    {
        if (word == "status")
        {
            return Status([agent], given, terminal);
        }

        var path = PlaceOf(agent, given.Has("project"), terminal);
        var shown = Shown(path, terminal);
        var before = Text(path);
        var after = word == "install" ? agent.Settings.With(before, HookClient.Call(given, terminal), shown) : before is null ? null : Without(agent, path, before, shown, terminal);
        if (after == before)
        {
            terminal.Error.WriteLine(word == "install" ? $"{shown} has Sallyport's hooks already" : $"{shown} has no hooks of Sallyport");
            return ExitCode.Clean;
        }

        terminal.Out.Write(UnifiedDiff.Of(shown, before, after));
        terminal.Flush();
        if (word == "install")
        {
            foreach (var warning in agent.Settings.Warnings)
            {
                terminal.Error.WriteLine($"warning: {warning}");
            }
        }

        if (!given.Has("write"))
        {
            terminal.Error.WriteLine();
            terminal.Error.WriteLine($"hint: nothing was changed; `sallyport hook {word} {agent.Id}{(given.Has("project") ? " --project" : "")}{(given.Has("http") ? " --http" : "")} --write` does it");
            return ExitCode.Clean;
        }

        if (word == "install")
        {
            HookClient.Write(given, terminal);
            Receipt(path, terminal).Keep(before, after!);
        }

        if (after is null)
        {
            Setting.Files.Delete(path);
        }
        else
        {
            Setting.Files.Write(path, Encoding.UTF8.GetBytes(after));
        }

        terminal.Error.WriteLine(word == "install" ? $"{agent.Title} passes the gate from its next session on" : $"{agent.Title} no longer passes the gate");
        return ExitCode.Clean;
    }

    public static int Status(IReadOnlyList<Agent> agents, Given given, Terminal terminal)
    {
        var broken = false;
        foreach (var agent in agents)
        {
            foreach (var project in new[] { false, true })
            {
                if (Look(agent, project, terminal) is not { } state)
                {
                    continue;
                }

                broken |= state.Gaps.Count > 0;
                terminal.Out.WriteLine($"{(state.Gaps.Count > 0 ? "BROKEN" : "ok"),-8} {agent.Id,-16} {Shown(PlaceOf(agent, project, terminal), terminal)}{(state.Gaps.Count > 0 ? ": " + string.Join("; ", state.Gaps) : "")}");
            }
        }

        return broken ? ExitCode.Findings : ExitCode.Clean;
    }

    /// <summary>What stands in an agent's settings; null when nothing of ours does.</summary>
    public static HookState? Look(Agent agent, bool project, Terminal terminal)
    {
        var path = PlaceOf(agent, project, terminal);
        if (Text(path) is not { } text)
        {
            return null;
        }

        try
        {
            return agent.Settings.Look(text, Shown(path, terminal)) is { Installed: true } state ? state : null;
        }
        catch (UserException)
        {
            return null; // A file that the agent itself cannot read holds no hook of ours.
        }
    }

    private static string? Without(Agent agent, string path, string before, string shown, Terminal terminal) =>
        Receipt(path, terminal).Original(before, out var original) ? original : agent.Settings.Without(before, shown);

    private static HookReceipt Receipt(string path, Terminal terminal) =>
        new(new UserFolders(terminal).State ?? throw new UserException("there is no home folder to keep the original in", "set HOME"), path);

    private static string PlaceOf(Agent agent, bool project, Terminal terminal) => project
        ? Project.Around(".", terminal.Folder, Setting.Files).Full(agent.Settings.ProjectPlace)
        : Path.Combine(new UserFolders(terminal).Home ?? throw new UserException("there is no home folder", "set HOME, or use --project"), agent.Settings.UserPlace);

    private static string Shown(string path, Terminal terminal) =>
        new UserFolders(terminal).Home is { } home && path.StartsWith(home + "/", StringComparison.Ordinal) ? "~" + path[home.Length..] : Path.GetRelativePath(terminal.Folder, path);

    private static string? Text(string path) => Setting.Files.Read(path) is { } data ? Encoding.UTF8.GetString(data) : null;
}
