using Sallyport.Core.Artifacts;
using Sallyport.Sources.Disks;

namespace Sallyport.Sources.Files;

/// <summary>A listing: what is known of a place, or a small file that is not scanned.</summary>
internal sealed class NameItem : IArtifactItem
{
    private const int Longest = 1 << 20;
    private readonly byte[]? _text;
    private readonly byte[] _file;

    /// <summary>Something known.</summary>
    public NameItem(string path, byte[] text) => (Path, _text, _file) = (path, text, []);

    /// <summary>A file, if it is there.</summary>
    public NameItem(string path, ReadOnlySpan<byte> file) => (Path, _file) = (path, file.ToArray());

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public bool Listed => true;

    /// <inheritdoc/>
    public void Open(IArtifactSink sink)
    {
        if ((_text ?? Disk.Current.ReadSmall(_file, Longest)) is { } text)
        {
            sink.Take(new Artifact(Path, text, ArtifactKind.Listing));
        }
    }
}
