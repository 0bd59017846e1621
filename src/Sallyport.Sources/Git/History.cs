using System.Buffers;
using Sallyport.Core;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Sources.Containers;
using Sallyport.Sources.Contents;

namespace Sallyport.Sources.Git;

/// <summary>Everything a repository ever held: each blob is read once, under the commit and path that first held it.</summary>
/// <remarks>
/// Oldest commits come first. Of a text only the lines count that no earlier version of the same path had, and they are
/// handed on with what stands around them; archives, notebooks and texts in other encodings count as a whole.
/// </remarks>
/// <param name="folder">A folder of the repository, which may be bare.</param>
/// <param name="revision">A revision or range such as <c>main</c> or <c>v1..v2</c>; null for all branches, tags and HEAD.</param>
/// <param name="origin">Who wrote the history.</param>
public sealed class History(string folder, string? revision = null, Origin origin = Origin.Operator) : IArtifactSource
{
    private const string Whole = "<history>";
    private readonly NewLines _lines = new();

    /// <inheritdoc/>
    public IEnumerable<IArtifactItem> Items(IArtifactSink sink)
    {
        var repository = GitRepository.Find(folder);
        using var listing = new HistoryListing(repository, Revisions(repository), ReadingLimits.Window);
        while (listing.Next(out var blobs))
        {
            foreach (var blob in blobs)
            {
                if (Item(repository, blob, listing.Contents) is { } item)
                {
                    yield return item;
                }
            }
        }

        if (listing.Failure is { } failure)
        {
            throw GitRepository.Failed(failure);
        }

        if (repository.Shallow)
        {
            sink.Skip(new Skipped(Whole, "shallow clone: what lies before its first commits is not here"));
        }

        if (listing.Missing > 0)
        {
            sink.Skip(new Skipped(Whole, $"{listing.Missing} objects are missing from the repository (a partial clone, or damage)"));
        }
    }

    private string[] Revisions(GitRepository repository)
    {
        if (revision is null)
        {
            return ["--all"];
        }

        var (succeeded, output, _) = revision.StartsWith('-') ? default : GitProcess.Run(repository.Folder, "rev-parse", "--revs-only", revision, "--");
        var names = succeeded ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
        return names.Length > 0 ? names : throw new UserException($"`{revision}` is no revision of this repository", "name a branch, a tag, a commit or a range such as main..feature");
    }

    private IArtifactItem? Item(GitRepository repository, HistoryBlob blob, OutputReader contents)
    {
        var frame = new ArtifactFrame(origin, Commit: blob.Commit);
        var path = repository.Shown(blob.Path);
        if (blob.Size > ReadingLimits.Window)
        {
            return new LargeBlob(repository, blob.Name, path, frame);
        }

        var size = BlobReader.SizeIn(contents.Read((byte)'\n'));
        var content = ArrayPool<byte>.Shared.Rent((int)Math.Max(1, size));
        if (size != blob.Size || !contents.ReadExactly(content.AsSpan(0, (int)size)))
        {
            return new UnreadItem(path, "missing from the repository");
        }

        contents.Skip(1);
        var text = content.AsSpan(0, (int)size);
        if (!IsPlain(path, text))
        {
            return new HistoryItem(path, content, (int)size, null, frame);
        }

        var parts = _lines.In(blob.Path, text);
        if (parts.Count > 0 || size == 0)
        {
            return new HistoryItem(path, content, (int)size, size == 0 ? null : parts, frame);
        }

        ArrayPool<byte>.Shared.Return(content);
        return null;
    }

    private static bool IsPlain(string path, ReadOnlySpan<byte> text) =>
        EncodingGuess.Of(text) == new EncodingGuess(TextEncoding.Bytes)
        && ContainerSign.Of(text) == ContainerKind.None
        && !path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);
}
