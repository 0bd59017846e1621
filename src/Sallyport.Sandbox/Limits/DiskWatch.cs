using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Limits;

/// <summary>Notices when a project grows beyond its share: the file system's free space is looked at often, the project itself only when that has shrunk.</summary>
internal sealed class DiskWatch
{
    private const long FilesPerByte = 8192;
    private readonly string _project;
    private readonly long _limit;
    private readonly long _free;
    private readonly long _files;
    private long _before = -1;

    public DiskWatch(string project, long limit)
    {
        (_project, _limit) = (project, limit);
        (_free, _files) = Free();
    }

    /// <summary>Whether the project holds more than its limit in bytes, or in files, more than when the watch began.</summary>
    public bool Exceeded()
    {
        var (free, files) = Free();
        var shrunk = _free - free;
        var made = _files - files;
        if (shrunk < _limit && made < _limit / FilesPerByte)
        {
            return false;
        }

        // Others write to the disk, too: what counts is what changed in the project since then, or far more than that gone, as by files that have no name any more.
        if (shrunk > _limit * 4)
        {
            return true;
        }

        var (bytes, count) = Used();
        _before = _before < 0 ? Math.Max(0, bytes - shrunk) : _before;
        return bytes - _before >= _limit || (made >= _limit / FilesPerByte && count >= made);
    }

    private unsafe (long Bytes, long Files) Free()
    {
        var data = stackalloc long[32];
        var path = System.Text.Encoding.UTF8.GetBytes(_project + "\0");
        fixed (byte* at = path)
        {
            return LibC.Call(Syscall.Statfs, (nint)at, (nint)data, 0, 0, 0) == 0 ? (data[3] * data[1], data[6]) : (0, 0);
        }
    }

    private (long Bytes, long Files) Used()
    {
        long bytes = 0, count = 0;
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        foreach (var file in new DirectoryInfo(_project).EnumerateFiles("*", options))
        {
            count++;
            try
            {
                bytes += file.Length;
            }
            catch (FileNotFoundException)
            {
                continue; // gone since it was listed
            }
        }

        return (bytes, count);
    }
}
