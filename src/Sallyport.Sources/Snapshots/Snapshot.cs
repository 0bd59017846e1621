namespace Sallyport.Sources.Snapshots;

/// <summary>A state of a tree that can come back.</summary>
/// <param name="Id">What people call it.</param>
/// <param name="Taken">When.</param>
/// <param name="Reason">Before what.</param>
public sealed record Snapshot(string Id, DateTimeOffset Taken, string Reason)
{
    /// <summary>What it does not keep; known only of a snapshot that was just taken.</summary>
    public IReadOnlyList<LeftOut> Left { get; init; } = [];
}
