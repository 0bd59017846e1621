using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Sources.Contents;
using Sallyport.Sources.Disks;

namespace Sallyport.Sources.Files;

/// <summary>A file of a tree, opened only when its turn comes.</summary>
internal sealed class FileItem : IArtifactItem
{
    private readonly Folder? _folder;
    private readonly byte[] _name;
    private readonly Origin _origin;
    private string? _path;

    /// <summary>A file in a folder.</summary>
    public FileItem(Folder folder, byte[] name, Origin origin)
    {
        _folder = folder;
        _name = name;
        _origin = origin;
    }

    /// <summary>A file that was named itself: a link is followed then.</summary>
    public FileItem(string text, byte[] path, Origin origin)
    {
        _path = text;
        _name = path;
        _origin = origin;
    }

    /// <inheritdoc/>
    public string Path => _path ??= _folder!.Text + PathText.Of(_name);

    /// <inheritdoc/>
    public void Open(IArtifactSink sink)
    {
        var length = (_folder?.Path.Length ?? 0) + _name.Length;
        Span<byte> path = length <= 1024 ? stackalloc byte[length] : new byte[length];
        _folder?.Path.CopyTo(path);
        _name.CopyTo(path[^_name.Length..]);
        using var file = Disk.Current.Open(path, follow: _folder is null, out var failure);
        if (file is null)
        {
            sink.Skip(new Skipped(Path, failure));
            return;
        }

        new ContentReader(sink, new ArtifactFrame(_origin)).Read(Path, file);
    }
}
