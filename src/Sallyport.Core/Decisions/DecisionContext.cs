namespace Sallyport.Core.Decisions;

/// <summary>What a door tells the gate beside the artifact.</summary>
/// <param name="Policy">What holds.</param>
public sealed record DecisionContext(Policy.Policy Policy)
{
    /// <summary>The 32 bytes under which values get their placeholders, so that a value gets the same one again; empty for those of this process.</summary>
    public ReadOnlyMemory<byte> PlaceholderKey { get; init; }
}
