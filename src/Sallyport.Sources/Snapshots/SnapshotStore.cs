using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sallyport.Core;
using Sallyport.Sources.Disks;
using Sallyport.Sources.Git;

namespace Sallyport.Sources.Snapshots;

/// <summary>States of one tree, as commits under <c>refs/sallyport/undo/</c> of a bare repository outside the tree, where what happens to the tree does not reach it.</summary>
/// <param name="folder">Where that repository lies.</param>
/// <param name="root">The tree.</param>
/// <param name="time">The clock.</param>
public sealed class SnapshotStore(string folder, string root, TimeProvider time)
{
    private const string Refs = "refs/sallyport/undo/";
    private readonly string _store = Path.Combine(folder, "store.git");
    private readonly string _last = Path.Combine(folder, "last");
    private readonly byte[] _root = Encoding.UTF8.GetBytes(root);

    /// <summary>How many states are kept.</summary>
    internal int Kept { get; init; } = 60;

    /// <summary>Whether this system lets a state be kept byte for byte.</summary>
    public static bool Works => RawDisk.Works;

    /// <summary>Keeps the state of the tree as it is now. Where nothing has changed since the last one, that one is given.</summary>
    /// <param name="reason">Before what.</param>
    public Snapshot Take(string reason)
    {
        var (manifest, snapshot) = TakeManifest(reason, evenIfSame: false);
        return snapshot with { Id = manifest.Id };
    }

    /// <summary>Every state, newest first.</summary>
    public IReadOnlyList<Snapshot> List()
    {
        if (!Directory.Exists(_store))
        {
            return [];
        }

        var (succeeded, output, error) = GitProcess.Run(_store, "for-each-ref", "--format=%(refname)%00%(creatordate:unix)%00%(contents:subject)", "--sort=-refname", Refs);
        if (!succeeded)
        {
            throw new IOException($"the undo points cannot be listed: {error}");
        }

        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\0'))
            .Select(f => new Snapshot(f[0][Refs.Length..], DateTimeOffset.FromUnixTimeSeconds(long.Parse(f[1], CultureInfo.InvariantCulture)), f[2]))];
    }

    /// <summary>Brings a state back. The state from before is kept first.</summary>
    public Restored Restore(string id)
    {
        using var blobs = new StoredBlobs(_store);
        var wanted = Manifest.Parse(blobs.Read($"{Refs}{id}:manifest") ?? throw new UserException($"there is no undo point `{id}`", "`sallyport undo --list` shows them"));
        var (now, before) = TakeManifest($"undo {id}", evenIfSame: true);
        return new TreeWriter(_root, blobs).Write(now, wanted, before);
    }

    private (Manifest Manifest, Snapshot Snapshot) TakeManifest(string reason, bool evenIfSame)
    {
        if (!Works)
        {
            throw new UserException("no state can be kept on this system", "undo works on 64-bit Linux");
        }

        Prepare();
        var now = time.GetUtcNow();
        var read = (now.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * 100;
        var tree = new TreeReader(root);
        tree.Read();
        var last = Last();
        var id = $"{now:yyyyMMdd-HHmmssfff}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}";
        using var import = new FastImport(_store);
        var entries = import.Content(_root, tree, last);
        if (!evenIfSame && last is not null && Same(last.Entries, entries))
        {
            return (last, new Snapshot(last.Id, now, reason) { Left = tree.Left });
        }

        var manifest = new Manifest(id, read, entries, tree.Left);
        import.Commit(Refs + id, manifest.Write(), entries, reason, now);
        File.WriteAllBytes(_last + ".tmp", manifest.Write());
        File.Move(_last + ".tmp", _last, overwrite: true);
        KeepObjects(tree);
        Forget();
        return (manifest, new Snapshot(id, now, reason) { Left = tree.Left });
    }

    private void Prepare()
    {
        if (Directory.Exists(_store))
        {
            return;
        }

        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var (succeeded, _, error) = GitProcess.Run(folder, "init", "--quiet", "--bare", "--template=", _store);
        if (!succeeded)
        {
            throw new IOException($"the store of undo points cannot be made: {error}");
        }
    }

    private Manifest? Last()
    {
        try
        {
            return File.Exists(_last) && Manifest.Parse(File.ReadAllBytes(_last)) is { } last && GitProcess.Run(_store, "rev-parse", "--verify", "--quiet", Refs + last.Id).Succeeded ? last : null;
        }
        catch (Exception e) when (e is IOException or EndOfStreamException or ArgumentException)
        {
            return null; // Without the last one everything is read anew.
        }
    }

    // What a large repository holds is not copied, so a reference of ours keeps git from throwing it away.
    private void KeepObjects(TreeReader tree)
    {
        if (!tree.Left.Exists(l => l.Path == ".git/objects/"))
        {
            return;
        }

        var (_, refs, _) = GitProcess.Run(root, "for-each-ref", "--format=%(objectname)");
        var (_, stash, _) = GitProcess.Run(root, "log", "-g", "--format=%H", "--max-count=100", "refs/stash", "--");
        var tips = refs.Split('\n').Concat(stash.Split('\n')).Where(t => t.Length >= 40).Distinct(StringComparer.Ordinal).Take(500).SelectMany(t => new[] { "-p", t });
        var (made, empty, _) = GitProcess.Run(root, "mktree", "--missing");
        if (made && GitProcess.Run(root, ["-c", "user.name=Sallyport", "-c", "user.email=sallyport@localhost", "commit-tree", empty.Trim(), "-m", "Kept for undo", .. tips]) is { Succeeded: true } kept)
        {
            GitProcess.Run(root, "update-ref", "refs/sallyport/kept", kept.Output.Trim());
        }
    }

    private void Forget()
    {
        var all = List();
        foreach (var old in all.Skip(Kept))
        {
            GitProcess.Run(_store, "update-ref", "-d", Refs + old.Id);
        }

        if (all.Count > Kept + (Kept / 3))
        {
            GitProcess.Run(_store, "gc", "--quiet", "--prune=now");
        }
    }

    private static bool Same(IReadOnlyList<TreeEntry> one, List<TreeEntry> other)
    {
        if (one.Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < one.Count; i++)
        {
            if (one[i].Path != other[i].Path || !one[i].SameAs(other[i]))
            {
                return false;
            }
        }

        return true;
    }
}
