using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Sources.Disks;

namespace Sallyport.Sources.Files;

/// <summary>Lists files by name while a tree is walked.</summary>
/// <param name="listing">What is listed.</param>
/// <param name="root">The tree's first folder.</param>
/// <param name="sink">Is told where too much is listed.</param>
/// <param name="allIgnored">Whether every file that git ignores is listed, because it is read as well.</param>
internal sealed class NameWalk(TreeListing listing, Folder root, IArtifactSink sink, bool allIgnored)
{
    private const int MostOfFolder = 100;
    private const int Most = 5000;
    private const int MostIgnored = 200_000;

    // What package managers and builds fill; nobody keeps private files there, and there may be a million of others.
    private static readonly HashSet<string> Filled = new(StringComparer.Ordinal)
    {
        ".git", "node_modules", ".venv", "venv", "__pycache__", "site-packages", "target", "build", "dist", "bin", "obj", "artifacts", ".gradle", ".tox", ".nox", ".mypy_cache", ".ruff_cache",
        ".pytest_cache", ".next", ".nuxt", ".cache", ".terraform", "vendor", "Pods", ".nuget", ".m2", ".cargo", "bower_components", "coverage",
    };

    private readonly Dictionary<(ulong, ulong), string> _linked = [];
    private string _lastFolder = "";
    private int _ofFolder;
    private int _all;
    private int _ignored;

    /// <summary>The project's own listing, and files elsewhere.</summary>
    public IEnumerable<IArtifactItem> Beside()
    {
        yield return new NameItem(root.Text + listing.Project.Name, listing.Project.Text);
        foreach (var (shown, path) in listing.Elsewhere)
        {
            yield return new NameItem(shown, (ReadOnlySpan<byte>)Encoding.UTF8.GetBytes(path));
        }
    }

    /// <summary>Whether a folder that git ignores is gone through for names.</summary>
    public bool Enters(DiskEntry folder)
    {
        if (Filled.Contains(PathText.Of(folder.Name)))
        {
            return false;
        }

        if (_ignored == MostIgnored)
        {
            sink.Skip(new Skipped(root.Text, $"more than {MostIgnored} names in folders that git ignores; private files below others are not listed"));
        }

        return _ignored++ < MostIgnored;
    }

    /// <summary>Lists a file, if it is one to list.</summary>
    public void Visit(Folder folder, DiskEntry entry, EntryType type, bool ignored, bool tracked, List<IArtifactItem> items)
    {
        _ignored += ignored ? 1 : 0;
        var path = folder.Text + PathText.Of(entry.Name);
        var place = path[root.Text.Length..];
        if (type == EntryType.SymbolicLink)
        {
            VisitLink(folder, entry, path, place, ignored, tracked, items);
            return;
        }

        switch (listing.Choose(place))
        {
            case TreeListing.As.Nothing when allIgnored && ignored && !tracked:
                items.Add(new NameItem(path, listing.Describe(true, false, null)));
                break;
            case TreeListing.As.Content when ignored && !tracked:
                items.Add(new NameItem(path, (ReadOnlySpan<byte>)(byte[])[.. folder.Path, .. entry.Name]));
                break;
            case TreeListing.As.Name when HasRoom(folder):
                items.Add(new NameItem(path, listing.Describe(ignored, tracked, null)));
                if (Disk.Current.Identify([.. folder.Path, .. entry.Name]) is { Links: > 1 } identity)
                {
                    _linked.TryAdd(identity.Id, place);
                }

                break;
        }
    }

    /// <summary>Other names of listed files that are the same file to the disk: looked for only where one has several names.</summary>
    public IEnumerable<IArtifactItem> OtherNames()
    {
        var pending = new Stack<(string Text, byte[] Path)>(_linked.Count > 0 ? [(root.Text, root.Path)] : []);
        var entries = new List<DiskEntry>();
        while (pending.TryPop(out var folder))
        {
            entries.Clear();
            _ = Disk.Current.List(folder.Path, entries);
            entries.Sort(DiskEntry.ByName);
            foreach (var entry in entries)
            {
                byte[] path = [.. folder.Path, .. entry.Name];
                var text = folder.Text + PathText.Of(entry.Name);
                if (entry.Type == EntryType.Folder && !Filled.Contains(PathText.Of(entry.Name)))
                {
                    pending.Push((text + "/", [.. path, (byte)'/']));
                }
                else if (entry.Type == EntryType.File && Disk.Current.Identify(path) is { Links: > 1 } identity && _linked.TryGetValue(identity.Id, out var target)
                    && target != text[root.Text.Length..] && listing.Choose(text[root.Text.Length..]) != TreeListing.As.Name)
                {
                    yield return new NameItem(text, listing.Describe(false, false, target));
                }
            }
        }
    }

    private void VisitLink(Folder folder, DiskEntry entry, string path, string place, bool ignored, bool tracked, List<IArtifactItem> items)
    {
        var target = Target(Encoding.UTF8.GetString([.. folder.Path, .. entry.Name]));
        var below = target is null || listing.Choose(target) == TreeListing.As.Name ? target : listing.Choose(target + "/*") == TreeListing.As.Name ? target + "/*" : null;
        if ((below is not null || listing.Choose(place) == TreeListing.As.Name) && HasRoom(folder))
        {
            items.Add(new NameItem(path, listing.Describe(ignored, tracked, below)));
        }
    }

    // Where a link of the tree leads within it; null for outside, for nowhere and in circles.
    private string? Target(string path)
    {
        try
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
            var full = Path.GetFullPath(root.Path.Length == 0 ? "." : Encoding.UTF8.GetString(root.Path)).TrimEnd('/') + "/";
            return target?.StartsWith(full, StringComparison.Ordinal) == true ? target[full.Length..] : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // A link that cannot be followed gives nothing away.
        }
    }

    private bool HasRoom(Folder folder)
    {
        (_ofFolder, _lastFolder) = folder.Text == _lastFolder ? (_ofFolder + 1, _lastFolder) : (1, folder.Text);
        if (++_all == Most)
        {
            sink.Skip(new Skipped(root.Text, $"more than {Most} private files; others are not listed"));
        }

        return _all < Most && _ofFolder <= MostOfFolder;
    }
}
