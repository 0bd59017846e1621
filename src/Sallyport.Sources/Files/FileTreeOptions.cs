using Sallyport.Core.Artifacts;

namespace Sallyport.Sources.Files;

/// <summary>How a <see cref="FileTree"/> is read.</summary>
public sealed record FileTreeOptions
{
    /// <summary>Reads what ignore files name, too. A tree that is not trusted should be read this way: its ignore files are its own word.</summary>
    public bool NoIgnore { get; init; }

    /// <summary>What relative paths are relative to; null for the working directory of the process.</summary>
    public string? WorkingFolder { get; init; }

    /// <summary>Who wrote what is read.</summary>
    public Origin Origin { get; init; } = Origin.Operator;

    /// <summary>What is listed by name, of a tree with one root; null for nothing.</summary>
    public TreeListing? Listing { get; init; }

    /// <summary>With a <see cref="Listing"/>: reads what git ignores, too, other than what package managers and builds fill.</summary>
    public bool ReadIgnored { get; init; }

    /// <summary>What comparing names with ignore patterns may cost altogether: tests shorten it.</summary>
    internal long IgnoreWork { get; init; } = 20_000_000_000;
}
