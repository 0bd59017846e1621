using Sallyport.Core.Artifacts;
using Sallyport.Sources.Contents;

namespace Sallyport.Sources.Git;

/// <summary>A blob too large for memory, read by a git of its own when its turn comes.</summary>
internal sealed class LargeBlob(GitRepository repository, string name, string path, ArtifactFrame frame) : IArtifactItem
{
    public string Path => path;

    public void Open(IArtifactSink sink)
    {
        using var git = GitProcess.Start(repository.Folder, "cat-file", "blob", name);
        git.Input.Close();
        new ContentReader(sink, frame).ReadStream(path, git.Output.ToStream());
    }
}
