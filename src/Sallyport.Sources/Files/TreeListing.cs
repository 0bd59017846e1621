namespace Sallyport.Sources.Files;

/// <summary>What of a tree is listed by name beside what is read of it: private files, also those that git ignores.</summary>
public sealed class TreeListing
{
    /// <summary>How a file is listed.</summary>
    public enum As
    {
        /// <summary>Not at all.</summary>
        Nothing,

        /// <summary>By its name.</summary>
        Name,

        /// <summary>With its content, where nothing else reads it.</summary>
        Content,
    }

    /// <summary>How a file is listed, by its path below the root.</summary>
    public required Func<string, As> Choose { get; init; }

    /// <summary>Says what is known of a file: whether git ignores it, whether git tracks it, what it is another name of.</summary>
    public required Func<bool, bool, string?, byte[]> Describe { get; init; }

    /// <summary>The listing of the project itself, by its name below the root.</summary>
    public required (string Name, byte[] Text) Project { get; init; }

    /// <summary>Files elsewhere, as they are shown and where they lie.</summary>
    public IReadOnlyList<(string Shown, string Path)> Elsewhere { get; init; } = [];
}
