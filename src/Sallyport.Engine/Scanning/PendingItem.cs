using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;

namespace Sallyport.Engine.Scanning;

/// <summary>An item whose findings wait for the analysis of the whole project, because it told something about that.</summary>
/// <param name="Item">The item.</param>
/// <param name="At">What holds at its place.</param>
/// <param name="Facts">What its artifacts noted; a list an artifact, in the order they were read, null where it noted nothing.</param>
/// <param name="Findings">What was found in it alone.</param>
/// <param name="Skipped">What was not looked at.</param>
internal sealed record PendingItem(IArtifactItem Item, PolicyAt At, IReadOnlyList<List<Fact>?> Facts, List<Finding> Findings, List<Skipped> Skipped);
