using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;

namespace Sallyport.Sources.Git;

/// <summary>Something that is known to be there and cannot be read.</summary>
internal sealed class UnreadItem(string path, string reason) : IArtifactItem
{
    public string Path => path;

    public void Open(IArtifactSink sink) => sink.Skip(new Skipped(path, reason));
}
