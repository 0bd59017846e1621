using System.Text;

namespace Sallyport.Sources.Disks;

/// <summary>Any other file system, through .NET: names are Unicode there.</summary>
internal sealed class PortableDisk : Disk
{
    public override string? List(ReadOnlySpan<byte> folder, List<DiskEntry> entries)
    {
        try
        {
            foreach (var entry in new DirectoryInfo(folder.IsEmpty ? "." : Text(folder)).EnumerateFileSystemInfos())
            {
                entries.Add(new DiskEntry(Encoding.UTF8.GetBytes(entry.Name), Type(entry)));
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failures.Reason(e);
        }
    }

    public override OpenFile? Open(ReadOnlySpan<byte> path, bool follow, out string failure)
    {
        var type = TypeOf(path, follow);
        if (type != EntryType.File)
        {
            failure = Failures.Reason(type);
            return null;
        }

        try
        {
            failure = "";
            return new PortableFile(new FileStream(Text(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = Failures.Reason(e);
            return null;
        }
    }

    public override EntryType TypeOf(ReadOnlySpan<byte> path, bool follow)
    {
        var name = path.IsEmpty ? "." : Text(path);
        FileSystemInfo info = Directory.Exists(name) ? new DirectoryInfo(name) : new FileInfo(name);
        try
        {
            return follow && info.LinkTarget is not null ? info.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Type(target) : EntryType.Unknown : Type(info);
        }
        catch (IOException)
        {
            return EntryType.Unknown;
        }
    }

    private static string Text(ReadOnlySpan<byte> path) => Encoding.UTF8.GetString(path);

    private static EntryType Type(FileSystemInfo entry) =>
        !entry.Exists ? EntryType.Unknown
        : entry.LinkTarget is not null ? EntryType.SymbolicLink
        : entry is DirectoryInfo ? EntryType.Folder
        : (entry.Attributes & FileAttributes.Device) != 0 ? EntryType.Device
        : EntryType.File;

    private sealed class PortableFile(FileStream stream) : OpenFile
    {
        public override long Length { get; } = stream.Length;

        public override int Read(Span<byte> buffer)
        {
            try
            {
                return stream.Read(buffer);
            }
            catch (IOException e)
            {
                Failure = Failures.Reason(e);
                return -1;
            }
        }

        public override Stream ToStream()
        {
            stream.Position = 0;
            return stream;
        }

        public override void Dispose() => stream.Dispose();
    }
}
