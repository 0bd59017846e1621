using Sallyport.Sources.Disks;

namespace Sallyport.Sources.Snapshots;

/// <summary>Makes a tree what a manifest says, touching only what differs.</summary>
internal sealed class TreeWriter(byte[] root, StoredBlobs blobs)
{
    private const int OwnersAll = 0x1C0;
    private readonly List<string> _failures = [];
    private int _written;
    private int _removed;

    public Restored Write(Manifest now, Manifest wanted, Snapshot before)
    {
        var (has, wants) = (ByPath(now), ByPath(wanted));
        OpenFolders(now);
        for (var i = now.Entries.Count - 1; i >= 0; i--)
        {
            var entry = now.Entries[i];
            if (wanted.Leaves(entry))
            {
                continue;
            }

            if (!wants.TryGetValue(entry.Path, out var other) || other.Type != entry.Type || (entry.Type != EntryType.Folder && other.Blob != entry.Blob))
            {
                var gone = Try(() => RawDisk.Remove(root, entry));
                _removed += gone && other is null ? 1 : 0;
            }
        }

        foreach (var entry in wanted.Entries)
        {
            Try(() => Make(entry, has.GetValueOrDefault(entry.Path)));
        }

        // Deepest first: a folder that loses its owner's rights, or whose time changes by what is made in it, comes after all below it.
        for (var i = wanted.Entries.Count - 1; i >= 0; i--)
        {
            var entry = wanted.Entries[i];
            if (entry.Type == EntryType.Folder)
            {
                Try(() => Finish(entry));
            }
        }

        return new Restored(_written, _removed, before) { Failures = _failures };
    }

    private void Make(TreeEntry entry, TreeEntry? had)
    {
        if (had is not null && had.Type == entry.Type && had.Blob == entry.Blob)
        {
            if (had.Mode != entry.Mode && entry.Type == EntryType.File)
            {
                RawDisk.SetMode(root, entry.Path, entry.Mode);
                _written++;
            }

            return;
        }

        switch (entry.Type)
        {
            case EntryType.Folder:
                RawDisk.MakeFolder(root, entry.Path);
                break;
            case EntryType.SymbolicLink:
                RawDisk.Link(root, entry.Path, Content(entry));
                break;
            default:
                RawDisk.Write(root, entry.Path, Content(entry), entry.Mode);
                break;
        }

        if (entry.Type != EntryType.Folder)
        {
            RawDisk.SetTime(root, entry.Path, entry.Modified);
        }

        _written++;
    }

    private void Finish(TreeEntry entry)
    {
        RawDisk.SetMode(root, entry.Path, entry.Mode);
        RawDisk.SetTime(root, entry.Path, entry.Modified);
    }

    // Nothing can be made or removed in a folder whose owner may not write.
    private void OpenFolders(Manifest now)
    {
        foreach (var entry in now.Entries)
        {
            if (entry.Type == EntryType.Folder && (entry.Mode & OwnersAll) != OwnersAll)
            {
                Try(() => RawDisk.SetMode(root, entry.Path, entry.Mode | OwnersAll));
            }
        }
    }

    private byte[] Content(TreeEntry entry) => blobs.Read(entry.Blob) ?? throw new IOException($"the content of `{entry.Shown}` is missing from the store");

    private bool Try(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (IOException e)
        {
            _failures.Add(e.Message);
            return false;
        }
    }

    private static Dictionary<string, TreeEntry> ByPath(Manifest manifest)
    {
        var map = new Dictionary<string, TreeEntry>(manifest.Entries.Count, StringComparer.Ordinal);
        foreach (var entry in manifest.Entries)
        {
            map[entry.Path] = entry;
        }

        return map;
    }
}
