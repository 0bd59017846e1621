namespace Sallyport.Agents.Protocol;

/// <summary>What goes back to the agent.</summary>
/// <param name="Output">For standard output, or the body of an HTTP answer.</param>
/// <param name="Error">For standard error; empty for nothing.</param>
/// <param name="ExitCode">The exit code of a command.</param>
public sealed record Reply(string Output, string Error, int ExitCode)
{
    /// <summary>The exit code that every agent with a meaning for it takes for a refusal.</summary>
    public const int Blocks = 2;

    /// <summary>An answer that went well.</summary>
    public static Reply Of(string output) => new(output, "", 0);
}
