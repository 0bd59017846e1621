using System.Text;
using Sallyport.Agents;
using Sallyport.Agents.Protocol;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Text;
using Sallyport.Engine.Hooks;

namespace Sallyport.Cli.Commands.Hooks;

/// <summary><c>sallyport hook</c>: what an agent calls at its events, and the setting up of that.</summary>
internal static class HookCommand
{
    public static readonly Command Row = new("hook", "install|uninstall|status AGENT, or AGENT [EVENT]", "Stand between a coding agent and this machine", Options, Run)
    {
        Words = ["install", "uninstall", "status", "git", .. AgentTable.All.Select(a => a.Id)],
        Notes = """
            `install git` lets the commits that agents make say which agent, session and person they come from (trailers and a note).
            `install` shows as a diff what it would write into the agent's settings; --write writes it, `uninstall --write` takes it back.
            `hook AGENT [EVENT]` is what the agent calls: an event on standard input, the answer and exit code in the agent's own protocol.
            """,
    };

    private static Option[] Options() =>
    [
        new("write", null, "Make the changes"),
        new("project", null, "The project's settings, which everybody shares who works in it; the user's own without it"),
        new("http", null, "Let the agent post events to `sallyport serve` itself, where it can"),
    ];

    private static int Run(Given given, Terminal terminal)
    {
        switch (given.Operands)
        {
            case ["install" or "uninstall", "git"]:
                return GitHooks.Run(given.Operands[0], given, terminal);
            case ["install" or "uninstall" or "status", var name]:
                return HookSetup.Run(given.Operands[0], AgentTable.Find(name) ?? throw Unknown(name), given, terminal);
            case ["status"]:
                return HookSetup.Status(AgentTable.All, given, terminal);
            case ["git", var step, .. var rest]:
                return GitStep.Run(step, rest, terminal);
            case [var name] when AgentTable.Find(name) is { } agent:
                return Answer(agent, "", terminal);
            case [var name, var named] when AgentTable.Find(name) is { } agent:
                return Answer(agent, named, terminal);
            default:
                throw Unknown(given.Operands.Count > 0 ? given.Operands[0] : "");
        }
    }

    private static int Answer(Agent agent, string named, Terminal terminal)
    {
        var setting = new HookSetting(new UserFolders(terminal), terminal.Time, VersionText.Current);
        var caller = new Caller(Environment.UserName, Environment.ProcessId);
        var turn = new HookTurn(agent, asked => new HookGate(setting).Decide(asked, caller), terminal.Time);
        var reply = turn.Take(named, Body(terminal.Input));
        terminal.Output.Write(Encoding.UTF8.GetBytes(reply.Output + "\n"));
        terminal.Error.Write(reply.Error);
        return reply.ExitCode;
    }

    // One byte past the limit is enough to know that it is passed.
    private static ReadOnlyMemory<byte> Body(Stream input)
    {
        var buffer = new byte[1 << 14];
        var length = 0;
        int read;
        while ((read = input.Read(buffer, length, buffer.Length - length)) > 0)
        {
            length += read;
            if (length > HookTurn.Longest)
            {
                break;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        return buffer.AsMemory(0, length);
    }

    private static UserException Unknown(string name) => new(
        name.Length == 0 ? "`hook` needs an agent" : $"there is no agent `{name}`",
        Spelling.Nearest(name, AgentTable.All.Select(a => a.Id)) is { } near ? $"did you mean `{near}`?" : $"agents: {string.Join(", ", AgentTable.All.Select(a => a.Id))}");
}
