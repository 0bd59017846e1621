using System.Globalization;
using System.Text;
using Sallyport.Agents;
using Sallyport.Engine.Configuration;
using Sallyport.Ledger.Durable;
using Sallyport.Sources.Files;

namespace Sallyport.Engine.Hooks;

/// <summary>Which processes are agents: nothing that one of them started may approve what an agent asks for.</summary>
public static class AgentProcesses
{
    private const int DeepestTree = 64;
    private static readonly DiskFiles Files = new();
    private static readonly string[] Ours = ["sallyport", "sallyport-hook", "sallyport-serve", "dotnet"];
    private static readonly string[] Shells = ["sh", "bash", "dash", "zsh", "ksh", "fish", "busybox", "timeout", "env"];

    /// <summary>What agents run in that are no program of their own.</summary>
    private static readonly string[] Runtimes = ["node", "MainThread", "bun", "deno", "electron"];

    /// <summary>Remembers the agent that called a hook: the process above the hook and above the shell that the agent calls it by.</summary>
    internal static void Note(UserFolders folders, Agent agent, string session, Caller caller)
    {
        if (folders.State is not { } state || caller.Process <= 0)
        {
            return;
        }

        for (var (at, depth) = (caller.Process, 0); at > 1 && depth < DeepestTree && Status(at) is { } status; (at, depth) = (status.Parent, depth + 1))
        {
            if (Ours.Contains(status.Name) || (Shells.Contains(status.Name) && RunsOneLine(at)))
            {
                continue;
            }

            if (agent.Programs.Contains(status.Name) || Runtimes.Contains(status.Name))
            {
                var known = Folder(state);
                var name = $"{at}.{status.Started}";
                var text = Encoding.UTF8.GetBytes($"{agent.Id}\n{session}\n{caller.Person}");
                if (known.Read(name) is not { } noted || !noted.AsSpan().SequenceEqual(text))
                {
                    known.Write(name, text);
                }
            }

            return;
        }
    }

    /// <summary>The agent that a process stands below; null when it stands below none.</summary>
    /// <param name="folders">Where agents were remembered.</param>
    /// <param name="process">The process.</param>
    /// <param name="environment">The environment of the process.</param>
    public static RunningAgent? Above(UserFolders folders, int process, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(environment);
        foreach (var agent in AgentTable.All)
        {
            foreach (var mark in agent.Marks)
            {
                if (environment(mark) is not null)
                {
                    return Noted(folders, process) ?? new RunningAgent(agent.Id, "", "", $"{mark} is set");
                }
            }
        }

        return Noted(folders, process);
    }

    private static RunningAgent? Noted(UserFolders folders, int process)
    {
        var known = folders.State is { } state ? Folder(state) : null;
        for (var (at, depth) = (process, 0); at > 1 && depth < DeepestTree && Status(at) is { } status; (at, depth) = (status.Parent, depth + 1))
        {
            if (known?.Read($"{at}.{status.Started}") is { } noted && Encoding.UTF8.GetString(noted).Split('\n') is [var id, var session, var person])
            {
                return new RunningAgent(id, session, person, $"process {at}");
            }

            foreach (var agent in AgentTable.All)
            {
                if (agent.Programs.Contains(status.Name))
                {
                    return new RunningAgent(agent.Id, "", "", $"process {at}");
                }
            }
        }

        return null;
    }

    // A person who tries a hook by hand sits in a shell that reads lines; an agent's shell was given one.
    private static bool RunsOneLine(int process)
    {
        try
        {
            return Files.Read($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/cmdline") is { } line && line.AsSpan().IndexOf("\0-c\0"u8) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static DurableFolder Folder(string state) => new(Path.Combine(state, "agents"));

    // pid (name) state parent … : the name may hold anything, so the last bracket counts.
    private static (string Name, int Parent, string Started)? Status(int process)
    {
        try
        {
            if (Files.Read($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/stat") is not { } data)
            {
                return null;
            }

            var text = Encoding.UTF8.GetString(data);
            var (open, close) = (text.IndexOf('(', StringComparison.Ordinal), text.LastIndexOf(')'));
            var fields = text[(close + 2)..].Split(' ');
            return (text[(open + 1)..close], int.Parse(fields[1], CultureInfo.InvariantCulture), fields[19]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return null; // The process has gone, or this system keeps no such record: then only marks in the environment tell.
        }
    }
}
