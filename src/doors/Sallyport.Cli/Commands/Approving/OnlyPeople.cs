using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Engine.Hooks;

namespace Sallyport.Cli.Commands.Approving;

/// <summary>Keeps agents from answering for themselves.</summary>
internal static class OnlyPeople
{
    /// <summary>Throws when this process stands below an agent, and writes the attempt down.</summary>
    public static void May(string what, UserFolders folders, ProjectGate project, Terminal terminal)
    {
        if (AgentProcesses.Above(folders, Environment.ProcessId, terminal.Environment) is not { } agent)
        {
            return;
        }

        project.Record(what, "refused: an agent tried it", [new("agent", agent.Agent), new("session", agent.Session), new("person", Environment.UserName)]);
        throw new UserException($"an agent started this ({agent.Agent}, {agent.Sign}), and no agent may {what}", "use a terminal of your own, which no agent opened");
    }
}
