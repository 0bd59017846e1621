namespace Sallyport.Sandbox;

/// <summary>A command that is to run in a sandbox.</summary>
public sealed record SandboxRequest
{
    /// <summary>What it may do.</summary>
    public required SandboxProfile Profile { get; init; }

    /// <summary>The one folder that is writable.</summary>
    public required string Project { get; init; }

    /// <summary>The folder it starts in.</summary>
    public required string Folder { get; init; }

    /// <summary>The command and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The environment it sees, as <c>NAME=value</c>.</summary>
    public required IReadOnlyList<string> Environment { get; init; }

    /// <summary>The environment of a container's client outside, as <c>NAME=value</c>.</summary>
    public IReadOnlyList<string> Client { get; init; } = [];

    /// <summary>The user's home folder, which is empty inside.</summary>
    public required string Home { get; init; }

    /// <summary>Where Sallyport keeps its own state, out of the command's sight.</summary>
    public required string State { get; init; }

    /// <summary>Whether a person's terminal is the standard input, whose Ctrl-C reaches the command by itself.</summary>
    public bool AtTerminal { get; init; }

    /// <summary>Files that are made inside: path and content.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Files { get; init; } = [];

    /// <summary>Given the listening socket of the sandbox's way out, where the profile has one; called before the command runs for long.</summary>
    public Action<nint>? Egress { get; init; }

    /// <summary>Where the command's changes go instead of into the project; null for into the project.</summary>
    public ReviewFolder? Review { get; init; }
}
