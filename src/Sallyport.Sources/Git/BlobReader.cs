using System.Globalization;
using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Sources.Contents;

namespace Sallyport.Sources.Git;

/// <summary>Reads blobs by name, through one git.</summary>
internal sealed class BlobReader(GitRepository repository) : IDisposable
{
    private readonly GitProcess _git = GitProcess.Start(repository.Folder, "cat-file", "--batch");

    /// <summary>Reads a blob now, so that what comes of it needs no git; only a very large one is read when its turn comes.</summary>
    public IArtifactItem Read(string name, string path, ArtifactFrame frame)
    {
        _git.Input.Write(Encoding.ASCII.GetBytes(name + "\n"));
        _git.Input.Flush();
        var size = SizeIn(_git.Output.Read((byte)'\n'));
        if (size < 0)
        {
            return new UnreadItem(path, "missing from the repository");
        }

        if (size > ReadingLimits.Window)
        {
            _git.Output.Skip(size + 1);
            return new LargeBlob(repository, name, path, frame);
        }

        var content = new byte[size];
        _git.Output.ReadExactly(content);
        _git.Output.Skip(1);
        return new BlobItem(path, content, frame);
    }

    public void Dispose() => _git.Dispose();

    /// <summary>The size in a header, <c>name type size</c>; -1 when the object is missing.</summary>
    public static long SizeIn(ReadOnlySpan<byte> header)
    {
        var last = header.LastIndexOf((byte)' ') + 1;
        return long.TryParse(header[last..], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : -1;
    }

    private sealed class BlobItem(string path, byte[] content, ArtifactFrame frame) : IArtifactItem
    {
        public string Path => path;

        public void Open(IArtifactSink sink) => new ContentReader(sink, frame).ReadWhole(path, content);
    }
}
