using Sallyport.Core.Ignoring;
using Sallyport.Sources.Repositories;

namespace Sallyport.Sources.Files;

/// <summary>A folder on the way through a tree.</summary>
/// <param name="Text">The folder as people read it, with the closing slash; empty for the working directory.</param>
/// <param name="Path">Its bytes, with the closing slash; empty for the working directory.</param>
/// <param name="Repository">The repository it belongs to.</param>
/// <param name="InRepository">Its path in that repository, with the closing slash; empty at its root.</param>
/// <param name="Ignores">The ignore files that hold here.</param>
/// <param name="TrackedOnly">Whether it is ignored itself, so that only what git tracks is looked at.</param>
internal sealed record Folder(string Text, byte[] Path, GitFolder? Repository, byte[] InRepository, IgnoreScope? Ignores, bool TrackedOnly)
{
    /// <summary>Whether git would not go here at all, and it is gone through for names.</summary>
    public bool NamesOnly { get; init; }
}
