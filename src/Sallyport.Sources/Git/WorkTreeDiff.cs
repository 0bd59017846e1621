using System.Text;
using Sallyport.Core;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Sources.Contents;
using Sallyport.Sources.Disks;

namespace Sallyport.Sources.Git;

/// <summary>What the work tree has that a revision has not: every changed file with only the added lines in scope, and files git does not know yet.</summary>
/// <remarks>
/// The comparison is with the merge base of the revision and HEAD, as in a pull request: what others added to the
/// revision meanwhile is not counted as ours. Where there is no merge base (a shallow clone), it is with the revision itself.
/// </remarks>
/// <param name="folder">A folder of the repository; paths are shown as a person there would type them.</param>
/// <param name="revision">What to compare with.</param>
/// <param name="origin">Who wrote the changes.</param>
public sealed class WorkTreeDiff(string folder, string revision, Origin origin = Origin.Operator) : IArtifactSource
{
    /// <inheritdoc/>
    public IEnumerable<IArtifactItem> Items(IArtifactSink sink)
    {
        var repository = GitRepository.Find(folder);
        if (repository.Bare)
        {
            throw new UserException("a bare repository has no work tree to compare", "scan its history instead: --history");
        }

        var root = Encoding.UTF8.GetBytes(repository.Up.Length == 0 ? WithSlash(folder) : WithSlash(Path.Combine(folder, repository.Up)));
        foreach (var change in DiffCommand.Run(repository, Base(repository), cached: false, DiffCommand.WithoutFilters(repository)))
        {
            var path = repository.Shown(change.Path);
            if (!change.IsGone && change.NoText is { } reason)
            {
                sink.Skip(new Skipped(path, reason, Expected: true));
            }
            else if (change.IsUnmerged || (change.Added is not null && !change.IsGone))
            {
                yield return new ChangedFile(path, [.. root, .. change.Path], new ArtifactFrame(origin, change.IsUnmerged ? null : change.Added));
            }
        }

        foreach (var file in Untracked(repository, root))
        {
            yield return file;
        }
    }

    private string Base(GitRepository repository)
    {
        var commit = repository.Commit(revision)
            ?? throw new UserException($"`{revision}` is no revision of this repository", "name a branch, a tag or a commit; a shallow clone may lack it");
        var (succeeded, output, _) = GitProcess.Run(repository.Folder, "merge-base", commit, "HEAD");
        return succeeded ? output.Trim() : commit;
    }

    private List<ChangedFile> Untracked(GitRepository repository, byte[] root)
    {
        var files = new List<ChangedFile>();
        using var git = GitProcess.Start(repository.Up.Length == 0 ? repository.Folder : Path.Combine(repository.Folder, repository.Up), "ls-files", "-z", "--others", "--exclude-standard");
        git.Input.Close();
        while (git.Output.Read(0) is { } path)
        {
            // A nested repository is listed as a folder.
            if (!path.AsSpan().EndsWith("/"u8))
            {
                files.Add(new ChangedFile(repository.Shown(path), [.. root, .. path], new ArtifactFrame(origin)));
            }
        }

        return git.Finish() is { } error ? throw GitRepository.Failed(error) : files;
    }

    private static string WithSlash(string path) => path.EndsWith('/') ? path : path + "/";

    private sealed class ChangedFile(string shown, byte[] path, ArtifactFrame frame) : IArtifactItem
    {
        public string Path => shown;

        public void Open(IArtifactSink sink)
        {
            using var file = Disk.Current.Open(path, follow: false, out var failure);
            if (file is null)
            {
                sink.Skip(new Skipped(shown, failure));
                return;
            }

            new ContentReader(sink, frame).Read(shown, file);
        }
    }
}
