using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Engine.Approvals;

namespace Sallyport.Engine.Configuration;

/// <summary>What one configuration file says; what it does not say is null or empty.</summary>
public sealed record Configuration
{
    /// <summary>The file, for messages; a place in the project where it lies in one.</summary>
    public required string File { get; init; }

    /// <summary>The least level that fails a scan.</summary>
    public Level? FailOn { get; init; }

    /// <summary>Whether preview rules run.</summary>
    public bool Preview { get; init; }

    /// <summary>Rules or families looked for.</summary>
    public IReadOnlyList<Named> Only { get; init; } = [];

    /// <summary>Rules or families left out.</summary>
    public IReadOnlyList<Named> Exclude { get; init; } = [];

    /// <summary>Rules or families that no lower layer may loosen.</summary>
    public IReadOnlyList<Named> Require { get; init; } = [];

    /// <summary>Rule files of other tools.</summary>
    public IReadOnlyList<Import> Imports { get; init; } = [];

    /// <summary>Files that no AI tool may read.</summary>
    public IReadOnlyList<Named> Private { get; init; } = [];

    /// <summary>AI tools in use.</summary>
    public IReadOnlyList<Named> Assistants { get; init; } = [];

    /// <summary>Files left out.</summary>
    public IReadOnlyList<ExcludedPath> Paths { get; init; } = [];

    /// <summary>How people approve; null when it says nothing of it.</summary>
    public ApprovalTerms? Approvals { get; init; }

    /// <summary>Accepted findings.</summary>
    public IReadOnlyList<IgnoreEntry> Ignores { get; init; } = [];

    /// <summary>A file or glob, and where it is named.</summary>
    /// <param name="Path">Relative to the folder of the configuration.</param>
    /// <param name="Line">1-based line.</param>
    public readonly record struct Import(string Path, int Line);

    /// <summary>A word of a list, and where it stands.</summary>
    /// <param name="Rule">The word.</param>
    /// <param name="Line">1-based line.</param>
    public readonly record struct Named(string Rule, int Line);
}
