using System.Runtime.ExceptionServices;
using Sallyport.Core.Findings;

namespace Sallyport.Engine.Scanning;

/// <summary>What the workers of a scan brought home.</summary>
internal sealed class Collected
{
    public List<Finding> Findings { get; } = [];

    public List<Skipped> Skipped { get; } = [];

    /// <summary>Items whose findings wait for the analysis of the whole project.</summary>
    public List<PendingItem> Pending { get; } = [];

    /// <summary>Paths in the project that the baseline speaks of and that were looked at.</summary>
    public HashSet<string> Seen { get; } = [];

    public int Artifacts { get; set; }

    public long Bytes { get; set; }

    public ExceptionDispatchInfo? Failure { get; set; }
}
