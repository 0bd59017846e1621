using System.Text;
using Sallyport.Sources.Disks;
using Sallyport.Sources.Git;

namespace Sallyport.Sources.Snapshots;

/// <summary>Lists all that a snapshot keeps of a tree, and names all that it leaves out.</summary>
internal sealed class TreeReader(string root)
{
    private const int MostEntries = 50_000;
    private const long LargestFile = 256 << 20;
    private const long IgnoredBytes = 16 << 20;
    private const int IgnoredFiles = 2000;
    private const long ObjectBytes = 32 << 20;
    private readonly byte[] _root = Encoding.UTF8.GetBytes(root);
    private readonly HashSet<string> _ignored = new(StringComparer.Ordinal);

    public List<TreeEntry> Entries { get; } = [];

    public List<LeftOut> Left { get; } = [];

    /// <summary>Reads the tree; folders stand before what is in them.</summary>
    public void Read()
    {
        ListIgnored();
        Entries.Add(RawDisk.Look(_root, ".") ?? throw new IOException($"`{root}` is not there"));
        Walk("", ignored: false);
    }

    private void Walk(string folder, bool ignored)
    {
        var names = new List<DiskEntry>();
        if (Disk.Current.List(RawDisk.Full(_root, folder).AsSpan()[..^1], names) is { } failure)
        {
            throw new IOException($"`{Shown(folder)}` cannot be listed: {failure}");
        }

        names.Sort(DiskEntry.ByName);
        foreach (var name in names)
        {
            var path = (folder.Length == 0 ? "" : folder + "/") + Encoding.Latin1.GetString(name.Name);
            if (RawDisk.Look(_root, path) is { } entry)
            {
                Take(entry, ignored || _ignored.Contains(path));
            }
        }
    }

    private void Take(TreeEntry entry, bool ignored)
    {
        if (Entries.Count == MostEntries)
        {
            throw new IOException($"there are more than {MostEntries} files");
        }

        switch (entry.Type)
        {
            case EntryType.File when entry.Size > LargestFile:
                Left.Add(new LeftOut(entry.Shown, "larger than 256 MiB"));
                break;
            case EntryType.File when ignored && entry.Size > IgnoredBytes:
                Left.Add(new LeftOut(entry.Shown, "ignored by git, and large"));
                break;
            case EntryType.File or EntryType.SymbolicLink:
                Entries.Add(entry);
                break;
            case EntryType.Folder when ignored && IsLarge(entry.Path, IgnoredBytes, IgnoredFiles):
                Left.Add(new LeftOut(entry.Shown + "/", "ignored by git, and large"));
                break;
            case EntryType.Folder when (entry.Path == ".git/objects" || entry.Path.EndsWith("/.git/objects", StringComparison.Ordinal)) && IsLarge(entry.Path, ObjectBytes, int.MaxValue):
                Left.Add(new LeftOut(entry.Shown + "/", "large; a reference in the repository keeps what is in it"));
                break;
            case EntryType.Folder:
                Entries.Add(entry);
                Walk(entry.Path, ignored);
                break;
            default:
                Left.Add(new LeftOut(entry.Shown, Failures.Reason(entry.Type)));
                break;
        }
    }

    // Adds up until it is too much, and not further.
    private bool IsLarge(string folder, long bytes, int files)
    {
        var pending = new Stack<string>([folder]);
        var names = new List<DiskEntry>();
        while (pending.TryPop(out var at))
        {
            names.Clear();
            Disk.Current.List(RawDisk.Full(_root, at).AsSpan()[..^1], names);
            foreach (var name in names)
            {
                var path = at + "/" + Encoding.Latin1.GetString(name.Name);
                if (RawDisk.Look(_root, path) is not { } entry)
                {
                    continue;
                }

                bytes -= entry.Type == EntryType.File ? entry.Size : 0;
                if (bytes < 0 || --files < 0)
                {
                    return true;
                }

                if (entry.Type == EntryType.Folder)
                {
                    pending.Push(path);
                }
            }
        }

        return false;
    }

    private void ListIgnored()
    {
        if (RawDisk.Look(_root, ".git") is null)
        {
            return;
        }

        using var git = GitProcess.Start(root, "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory");
        git.Input.Close();
        while (git.Output.Read(0) is { } path)
        {
            _ignored.Add(Encoding.Latin1.GetString(path.AsSpan().TrimEnd((byte)'/')));
        }

        git.Finish(); // A repository that git cannot read has nothing ignored, so that all of it is kept.
    }

    private static string Shown(string path) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(path));
}
