using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Ignoring;
using Sallyport.Sources.Disks;
using Sallyport.Sources.Repositories;

namespace Sallyport.Sources.Files;

/// <summary>Goes through folders in the order of their names, one at a time, and says which files git would see.</summary>
internal sealed class FolderWalk(FileTreeOptions options, IArtifactSink sink, NameWalk? names)
{
    private const int IgnoreFileLimit = 16 << 20;
    private readonly Disk _disk = Disk.Current;
    private readonly IgnoreBudget _budget = new(options.IgnoreWork);
    private readonly Stack<Folder> _pending = [];
    private readonly List<DiskEntry> _entries = [];
    private readonly List<Folder> _below = [];
    private bool _budgetReported;

    public void Enter(Folder folder) => _pending.Push(folder);

    /// <summary>Lists one folder and adds its files to <paramref name="files"/>; false when none is left.</summary>
    public bool Next(List<IArtifactItem> files)
    {
        if (!_pending.TryPop(out var folder))
        {
            return false;
        }

        _entries.Clear();
        _below.Clear();
        if (_disk.List(folder.Path, _entries) is { } failure)
        {
            sink.Skip(new Skipped(folder.Text.Length == 0 ? "." : folder.Text, failure));
            return true;
        }

        _entries.Sort(DiskEntry.ByName);
        folder = options.NoIgnore || folder.NamesOnly ? folder : WithItsIgnores(folder);
        foreach (var entry in _entries)
        {
            Visit(folder, entry, files);
        }

        for (var i = _below.Count - 1; i >= 0; i--)
        {
            _pending.Push(_below[i]);
        }

        return true;
    }

    private Folder WithItsIgnores(Folder folder)
    {
        var (repository, ignores) = (false, false);
        foreach (var entry in _entries)
        {
            repository |= entry.Is(".git"u8);
            ignores |= entry.Is(".gitignore"u8) && entry.Type is EntryType.File or EntryType.Unknown;
        }

        if (repository && GitFolder.At(folder.Path.Length == 0 ? "." : System.Text.Encoding.UTF8.GetString(folder.Path)) is { } git)
        {
            folder = folder with { Repository = git, InRepository = [], Ignores = git.Excludes(), TrackedOnly = false };
        }

        return ignores && folder.Repository is not null ? WithIgnoreFile(folder) : folder;
    }

    private Folder WithIgnoreFile(Folder folder)
    {
        byte[] path = [.. folder.Path, .. ".gitignore"u8];
        var text = _disk.ReadSmall(path, IgnoreFileLimit, follow: false);
        if (text is null)
        {
            sink.Skip(new Skipped(folder.Text + ".gitignore", "ignore file could not be read; what it names is looked at"));
            return folder;
        }

        var file = new IgnoreFile(text);
        return file.IsEmpty ? folder : folder with { Ignores = new IgnoreScope(file, folder.InRepository.Length, folder.Ignores) };
    }

    private void Visit(Folder folder, DiskEntry entry, List<IArtifactItem> files)
    {
        if (entry.Is(".git"u8))
        {
            return;
        }

        var type = entry.Type == EntryType.Unknown ? _disk.TypeOf([.. folder.Path, .. entry.Name], follow: false) : entry.Type;
        var isFolder = type == EntryType.Folder;
        byte[] inRepository = folder.Repository is null ? [] : isFolder ? [.. folder.InRepository, .. entry.Name, (byte)'/'] : [.. folder.InRepository, .. entry.Name];
        var ignored = folder.TrackedOnly || Ignored(folder, inRepository, isFolder);
        var tracked = (ignored || names is not null) && Tracked(folder, inRepository, isFolder);
        if (names is not null && !isFolder)
        {
            names.Visit(folder, entry, type, ignored, tracked, files);
        }

        if (ignored && !tracked)
        {
            if (options.ReadIgnored && names is not null && type == EntryType.File)
            {
                files.Add(new FileItem(folder, entry.Name, options.Origin));
                return;
            }

            if (isFolder && names?.Enters(entry) == true)
            {
                _below.Add(Below(folder, entry, inRepository, trackedOnly: true) with { NamesOnly = true });
            }

            if (!folder.TrackedOnly)
            {
                sink.Skip(new Skipped(folder.Text + PathText.Of(entry.Name) + (isFolder ? "/" : ""), "ignored by git", Expected: true));
            }
        }
        else if (isFolder)
        {
            _below.Add(Below(folder, entry, inRepository, ignored));
        }
        else if (type == EntryType.File)
        {
            files.Add(new FileItem(folder, entry.Name, options.Origin));
        }
        else
        {
            sink.Skip(new Skipped(folder.Text + PathText.Of(entry.Name), Failures.Reason(type), Expected: true));
        }
    }

    private static Folder Below(Folder folder, DiskEntry entry, byte[] inRepository, bool trackedOnly) => new(
        folder.Text + PathText.Of(entry.Name) + "/", [.. folder.Path, .. entry.Name, (byte)'/'], folder.Repository, inRepository, folder.Ignores, trackedOnly);

    private bool Ignored(Folder folder, ReadOnlySpan<byte> path, bool isFolder)
    {
        if (folder.Ignores is null)
        {
            return false;
        }

        if (_budget.Spent)
        {
            if (!_budgetReported)
            {
                _budgetReported = true;
                sink.Skip(new Skipped(folder.Text, "too many ignore patterns for so many files; from here on they are not honoured"));
            }

            return false;
        }

        return folder.Ignores.Ignores(isFolder ? path[..^1] : path, folder.InRepository.Length, isFolder, _budget);
    }

    private bool Tracked(Folder folder, ReadOnlySpan<byte> path, bool isFolder) =>
        folder.Repository?.Index(sink) is { } index && (isFolder ? index.HasBelow(path) : index.Contains(path));
}
