namespace Sallyport.Agents.Settings;

/// <summary>What an agent calls at an event.</summary>
/// <param name="Program">The client, a full path or a name on the PATH.</param>
public sealed record HookCall(string Program)
{
    /// <summary>The address of the resident server with its token, for agents that can post events themselves; null for a command.</summary>
    public (string Address, string Token)? Http { get; init; }

    /// <summary>The command line for an event of an agent.</summary>
    public string Line(string agent, string name) => $"{Protocol.ShellWords.Quote(Program)} hook {agent} {name}";
}
