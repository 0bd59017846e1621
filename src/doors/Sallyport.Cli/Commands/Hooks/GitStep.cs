using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Engine.Hooks;

namespace Sallyport.Cli.Commands.Hooks;

/// <summary>Steps of git's own hooks: a commit that an agent makes says which agent, in which session, and whose it is.</summary>
internal static class GitStep
{
    /// <summary>The notes that carry the trace.</summary>
    public const string Notes = "refs/notes/agent-trace";

    public static int Run(string step, IReadOnlyList<string> rest, Terminal terminal)
    {
        var folders = new UserFolders(terminal);
        // A person's own commit stays as it is.
        if (AgentProcesses.Above(folders, Environment.ProcessId, terminal.Environment) is not { } agent)
        {
            return ExitCode.Clean;
        }

        var person = agent.Person.Length > 0 ? agent.Person : Environment.UserName;
        switch (step, rest)
        {
            case ("prepare-commit-msg", [var file, ..]):
                Trailer(terminal.Folder, file, "Agent", agent.Agent);
                Trailer(terminal.Folder, file, "Agent-Session", agent.Session);
                Trailer(terminal.Folder, file, "Commissioned-By", person);
                return ExitCode.Clean;
            case ("post-commit", []):
                Trace(agent with { Person = person }, folders, terminal);
                return ExitCode.Clean;
            default:
                throw new UserException($"there is no step `{step}`", "git's hooks call `hook git prepare-commit-msg FILE` and `hook git post-commit`");
        }
    }

    private static void Trailer(string folder, string file, string name, string value)
    {
        if (value.Length > 0)
        {
            _ = GitProgram.Ask(folder, "interpret-trailers", "--in-place", "--if-exists", "addIfDifferent", "--trailer", $"{name}: {value.ReplaceLineEndings(" ")}", file);
        }
    }

    private static void Trace(RunningAgent agent, UserFolders folders, Terminal terminal)
    {
        var revision = GitProgram.Ask(terminal.Folder, "rev-parse", "--verify", "HEAD") ?? throw new UserException("there is no commit to trace", "git calls this after a commit");
        var trace = AgentTrace.Of(agent, revision, terminal.Folder, terminal.Time.GetUtcNow());
        if (GitProgram.Ask(terminal.Folder, "notes", $"--ref={Notes}", "add", "-f", "-m", trace, revision) is null)
        {
            terminal.Error.WriteLine("sallyport: the trace of this commit could not be written as a note");
        }

        var project = new HookGate(new HookSetting(folders, terminal.Time, VersionText.Current)).For(terminal.Folder);
        project.Record("commit", "made", [new("agent", agent.Agent), new("person", agent.Person), new("session", agent.Session), new("commit", revision)]);
    }
}
