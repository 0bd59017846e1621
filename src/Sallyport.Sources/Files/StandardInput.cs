using Sallyport.Core.Artifacts;
using Sallyport.Sources.Contents;

namespace Sallyport.Sources.Files;

/// <summary>What somebody pipes in, read as a file would be: text in any encoding, of any length, or an archive.</summary>
/// <param name="stream">The bytes.</param>
/// <param name="path">What to call it: a name in angle brackets, or the path it will be written to.</param>
/// <param name="origin">Who wrote it.</param>
public sealed class StandardInput(Stream stream, string path = "<stdin>", Origin origin = Origin.Unknown) : IArtifactSource
{
    /// <inheritdoc/>
    public IEnumerable<IArtifactItem> Items(IArtifactSink sink) => [new Item(stream, path, origin)];

    private sealed class Item(Stream stream, string path, Origin origin) : IArtifactItem
    {
        public string Path => path;

        public void Open(IArtifactSink sink) => new ContentReader(sink, new ArtifactFrame(origin)).ReadStream(path, stream);
    }
}
