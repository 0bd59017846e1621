namespace Sallyport.Agents.Protocol;

/// <summary>One event of an agent, freed from the agent's own spelling.</summary>
/// <param name="Agent">The agent's id.</param>
/// <param name="Name">The event as the agent calls it.</param>
/// <param name="Moment">When it stands.</param>
public sealed record HookEvent(string Agent, string Name, HookMoment Moment)
{
    /// <summary>The agent's session; empty when it named none.</summary>
    public string Session { get; init; } = "";

    /// <summary>The full path of the folder that the agent works in; empty when it named none.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The tool, as the agent calls it.</summary>
    public string Tool { get; init; } = "";

    /// <summary>The tool's input as JSON.</summary>
    public string Input { get; init; } = "{}";

    /// <summary>The shell command, when the tool is a shell; null otherwise.</summary>
    public string? Command { get; init; }

    /// <summary>The prompt, or the tool's result as the agent wrote it (JSON where <see cref="TextIsJson"/>).</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether <see cref="Text"/> is a JSON value that must stay one.</summary>
    public bool TextIsJson { get; init; }

    /// <summary>Whether <c>ask</c> reaches a person here: the agent knows the answer, and is not told to go on without one.</summary>
    public bool PersonAnswers { get; init; }

    /// <summary>The agent's own name of this one call, where it has one: it leads from the call to its result.</summary>
    public string Call { get; init; } = "";
}
