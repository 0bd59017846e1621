using Sallyport.Core.Files;

namespace Sallyport.Core.Artifacts;

/// <summary>Where an action would happen: what a command or a tool call means depends on it.</summary>
/// <param name="Folder">The full path of the folder it starts in.</param>
/// <param name="Root">The full path of the project around that folder.</param>
public sealed record Scene(string Folder, string Root)
{
    /// <summary>The full path of the user's home; empty when it is not known.</summary>
    public string Home { get; init; } = "";

    /// <summary>The agent's session; empty when it is not known.</summary>
    public string Session { get; init; } = "";

    /// <summary>The language of commands: <c>bash</c> or <c>powershell</c>.</summary>
    public string Shell { get; init; } = "bash";

    /// <summary>The files there, for what the action would run or overwrite; null where nobody may look.</summary>
    public IFiles? Files { get; init; }
}
