namespace Sallyport.Sources.Snapshots;

/// <summary>What bringing a state back has changed.</summary>
/// <param name="Written">Files, links and folders made or given their content back.</param>
/// <param name="Removed">What had come since, and went.</param>
/// <param name="Before">The state from before, which can come back in turn.</param>
public sealed record Restored(int Written, int Removed, Snapshot Before)
{
    /// <summary>What could not be brought back, each as a sentence.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];
}
