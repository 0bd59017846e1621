using Sallyport.Agents;
using Sallyport.Cli.Commands.Hooks;
using Sallyport.Cli.Terminals;
using Sallyport.Engine.Hooks;
using Sallyport.Sources.Snapshots;

namespace Sallyport.Cli.Commands.Doctoring;

/// <summary>Whether agents pass the gate here, and what stands behind it.</summary>
internal static class AgentChecks
{
    public static IEnumerable<Check> All(Terminal terminal)
    {
        if (new UserFolders(terminal).Home is null)
        {
            yield return new(Check.Of.Absent, "agent hooks", "no home folder: settings of agents cannot be looked at");
            yield break;
        }

        var none = true;
        foreach (var agent in AgentTable.All)
        {
            foreach (var (project, whose) in new[] { (false, "your settings"), (true, "the project's settings") })
            {
                if (HookSetup.Look(agent, project, terminal) is { } state)
                {
                    none = false;
                    yield return state.Gaps.Count == 0
                        ? new(Check.Of.Holds, agent.Id, $"passes the gate by {whose}")
                        : new(Check.Of.Broken, agent.Id, $"in {whose}: {string.Join("; ", state.Gaps)}; `sallyport hook install {agent.Id}{(project ? " --project" : "")} --write` mends it");
                }
            }
        }

        if (none)
        {
            yield return new(Check.Of.Absent, "agent hooks", "none: no agent passes the gate; `sallyport hook install AGENT` sets them");
        }

        yield return ServerDoor.Read(new UserFolders(terminal)) is { Nonce: not "-" } door
            ? new(Check.Of.Holds, "server", $"says that it listens on {door.Address}")
            : new(Check.Of.Absent, "server", "not running: every hook decides for itself, more slowly; `sallyport serve`");
        yield return SnapshotStore.Works
            ? new(Check.Of.Holds, "undo", "states are kept before what could destroy something")
            : new(Check.Of.Absent, "undo", "no state can be kept on this system");
    }
}
