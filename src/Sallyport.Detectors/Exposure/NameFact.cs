using Sallyport.Core.Detection;

namespace Sallyport.Detectors.Exposure;

/// <summary>A file of the project by its name alone.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Length">Bytes of the line that says what is known of it.</param>
/// <param name="Status">What git does with it.</param>
/// <param name="Target">What it is another name of; null where it stands for itself.</param>
internal sealed record NameFact(string Path, int Length, NameFact.Git Status, string? Target) : Fact(Path)
{
    /// <summary>What git does with a file.</summary>
    public enum Git
    {
        /// <summary>Neither of the others.</summary>
        Untracked,

        /// <summary>It ignores it.</summary>
        Ignored,

        /// <summary>It keeps it, and every version of it.</summary>
        Tracked,
    }
}
