using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Sources.Contents;

namespace Sallyport.Sources.Git;

/// <summary>What the next commit would add: the staged content of every changed file, with only the added lines in scope.</summary>
/// <remarks>Before the first commit everything staged is new. A renamed file counts by what changed in it.</remarks>
/// <param name="folder">A folder of the repository; paths are shown as a person there would type them.</param>
/// <param name="origin">Who wrote the changes.</param>
public sealed class StagedChanges(string folder, Origin origin = Origin.Operator) : IArtifactSource
{
    /// <inheritdoc/>
    public IEnumerable<IArtifactItem> Items(IArtifactSink sink)
    {
        var repository = GitRepository.Find(folder);
        var changes = DiffCommand.Run(repository, repository.Commit("HEAD") ?? repository.EmptyTree(), cached: true, []);
        using var objects = new BlobReader(repository);
        foreach (var change in changes)
        {
            var path = repository.Shown(change.Path);
            if (change.IsUnmerged)
            {
                sink.Skip(new Skipped(path, "unmerged: nothing of it is staged yet"));
            }
            else if (!change.IsGone && change.NoText is { } reason)
            {
                sink.Skip(new Skipped(path, reason, Expected: true));
            }
            else if (change.Added is { } added && !change.IsGone)
            {
                yield return objects.Read(change.Object, path, new ArtifactFrame(origin, added));
            }
        }
    }
}
