using Sallyport.Core.Detection;

namespace Sallyport.Detectors.Exposure;

/// <summary>What the project itself says: its private files and its assistants.</summary>
/// <param name="Path">The path of its first folder, and a point.</param>
/// <param name="Own">Its own private lines.</param>
/// <param name="Assistants">The tools it names as in use.</param>
internal sealed record ProjectFact(string Path, IReadOnlyList<string> Own, IReadOnlyList<string> Assistants) : Fact(Path)
{
    /// <summary>What stands before the places of the project in paths of this scan.</summary>
    public string Prefix => Path[..^1];
}
