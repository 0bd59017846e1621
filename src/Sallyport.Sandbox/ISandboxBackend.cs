namespace Sallyport.Sandbox;

/// <summary>One way to isolate a command.</summary>
internal interface ISandboxBackend
{
    /// <summary>The name it is asked for by.</summary>
    string Name { get; }

    /// <summary>Whether it can hold here what was asked; looked at without starting anything.</summary>
    Availability Check(SandboxRequest request);

    /// <summary>What identifies the machinery that a proof of this backend was made with.</summary>
    string Machinery { get; }

    /// <summary>Prepares the start of a command.</summary>
    Launch Prepare(SandboxRequest request);
}
