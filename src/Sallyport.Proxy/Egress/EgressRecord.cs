namespace Sallyport.Proxy.Egress;

/// <summary>One connection that was asked for, and what became of it.</summary>
/// <param name="Host">The host as it was asked for.</param>
/// <param name="Port">The port.</param>
/// <param name="Outcome"><c>allowed</c>, <c>refused</c> or <c>failed</c>.</param>
/// <param name="Reason">Why it was refused or failed; empty otherwise.</param>
public sealed record EgressRecord(string Host, int Port, string Outcome, string Reason)
{
    /// <summary>Bytes towards the host.</summary>
    public long Sent { get; init; }

    /// <summary>Bytes from the host.</summary>
    public long Received { get; init; }

    /// <summary>How often a credential was put in.</summary>
    public long Credentials { get; init; }
}
