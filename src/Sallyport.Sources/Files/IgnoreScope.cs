using Sallyport.Core.Ignoring;

namespace Sallyport.Sources.Files;

/// <summary>An ignore file and those whose word counts less: nearer folders first, then the repository's own excludes, then the user's.</summary>
/// <param name="file">The patterns.</param>
/// <param name="baseLength">Length of the path of its folder, relative to the repository, with the closing slash.</param>
/// <param name="parent">Asked when this one is silent.</param>
internal sealed class IgnoreScope(IgnoreFile file, int baseLength, IgnoreScope? parent)
{
    /// <summary>Whether <paramref name="path"/>, relative to the repository, is ignored.</summary>
    public bool Ignores(ReadOnlySpan<byte> path, int nameStart, bool folder, IgnoreBudget budget)
    {
        for (var scope = this; scope is not null && !budget.Spent; scope = scope.Parent)
        {
            if (scope.File.Decide(path[scope.BaseLength..], path[nameStart..], folder, budget) is { } ignored)
            {
                return ignored;
            }
        }

        return false;
    }

    private IgnoreFile File => file;

    private int BaseLength => baseLength;

    private IgnoreScope? Parent => parent;
}
