namespace Sallyport.Core.Decisions;

/// <summary>What a door tells the gate beside the artifact.</summary>
/// <param name="Policy">What holds.</param>
public sealed record DecisionContext(Policy.Policy Policy);
