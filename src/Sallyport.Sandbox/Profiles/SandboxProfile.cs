namespace Sallyport.Sandbox;

/// <summary>What a command may do in the sandbox: data, read from a profile.</summary>
/// <param name="Name">The name it is asked for by.</param>
public sealed record SandboxProfile(string Name)
{
    /// <summary>What it is for, in one line.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Whether connections to allowed hosts are let out through the egress proxy; otherwise there is no network.</summary>
    public bool Egress { get; init; }

    /// <summary>Whether unix sockets may be made.</summary>
    public bool UnixSockets { get; init; }

    /// <summary>Bytes of memory for all processes together, or for each where there are no control groups.</summary>
    public long Memory { get; init; }

    /// <summary>How many processes and threads there may be.</summary>
    public long Processes { get; init; }

    /// <summary>How many files a process may hold open.</summary>
    public long OpenFiles { get; init; }

    /// <summary>How many bytes one file may grow to.</summary>
    public long FileSize { get; init; }

    /// <summary>How many bytes the command may write to the project in all.</summary>
    public long Disk { get; init; }

    /// <summary>How many bytes each temporary folder may hold.</summary>
    public long Scratch { get; init; }

    /// <summary>How long the command may run.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>Names of variables that are passed on; <c>*</c> at the end stands for any.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];

    /// <summary>Variables that are set, as <c>NAME=value</c>.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Folders and files outside the project that can be read; <c>~</c> is the home folder.</summary>
    public IReadOnlyList<string> Read { get; init; } = [];

    /// <summary>Paths of the project that stay as they are, also when they do not exist; folders end with a slash.</summary>
    public IReadOnlyList<string> Protect { get; init; } = [];

    /// <summary>Paths of the project that stay as they are where they exist.</summary>
    public IReadOnlyList<string> ProtectExisting { get; init; } = [];

    /// <summary>The image that containers are made from; empty for none.</summary>
    public string Image { get; init; } = "";

    /// <summary>What the egress proxy lets through, a rule an entry.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];
}
