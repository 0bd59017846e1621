namespace Sallyport.Core.Findings;

/// <summary>How a value came from where it entered to where it does harm.</summary>
/// <param name="Steps">In order: the first is the source, the last the sink.</param>
public sealed record Flow(IReadOnlyList<FlowStep> Steps);
