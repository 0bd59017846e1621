using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Ignoring;
using Sallyport.Sources.Disks;
using Sallyport.Sources.Files;
using Sallyport.Sources.Git;

namespace Sallyport.Sources.Repositories;

/// <summary>A work tree's <c>.git</c>, read as files: what it ignores on top of its ignore files, and what it tracks.</summary>
internal sealed class GitFolder
{
    private const int SmallFile = 1 << 20;
    private readonly string _folder;
    private readonly string _gitFolder;
    private readonly string _common;
    private readonly Lazy<GitConfig> _config;
    private GitIndex? _index;
    private bool _indexRead;

    private GitFolder(string folder, string gitFolder)
    {
        _folder = folder;
        _gitFolder = gitFolder;
        _common = Pointer(Path.Combine(gitFolder, "commondir"), gitFolder, "") ?? gitFolder;
        _config = new Lazy<GitConfig>(ReadConfig);
    }

    /// <summary>The <c>.git</c> of the work tree at <paramref name="folder"/>; null when it has none.</summary>
    public static GitFolder? At(string folder)
    {
        var path = Path.Combine(folder, ".git");
        var type = Disk.Current.TypeOf(Encoding.UTF8.GetBytes(path), follow: true);
        var real = type switch
        {
            EntryType.Folder => path,
            EntryType.File => Pointer(path, folder, "gitdir: "),
            _ => null,
        };
        return real is not null && File.Exists(Path.Combine(real, "HEAD")) ? new GitFolder(folder, real) : null;
    }

    /// <summary>What the user and this clone ignore everywhere.</summary>
    public IgnoreScope? Excludes()
    {
        var scope = Scope(ExcludesFile(), null);
        return Scope(Path.Combine(_common, "info/exclude"), scope);
    }

    /// <summary>The tracked names; null when there are none. An index that cannot be read is told to <paramref name="sink"/> once.</summary>
    public GitIndex? Index(IArtifactSink sink)
    {
        if (!_indexRead)
        {
            _indexRead = true;
            var path = Path.Combine(_gitFolder, "index");
            _index = ReadIndex(path);
            if (_index?.SharedWith is { } shared)
            {
                var other = ReadIndex(Path.Combine(_gitFolder, "sharedindex." + shared));
                if (other is not null)
                {
                    _index.Amend(other);
                }
                else
                {
                    _index = null;
                }
            }

            if (_index is null && File.Exists(path))
            {
                sink.Skip(new Skipped(path, "git index not understood: ignored files that git tracks are not looked at"));
            }
        }

        return _index;
    }

    private GitIndex? ReadIndex(string path) =>
        Disk.Current.ReadSmall(path, int.MaxValue - 64) is { } bytes
            ? GitIndex.Parse(bytes, _config.Value["extensions.objectformat"] == "sha256" ? 32 : 20)
            : null;

    private static IgnoreScope? Scope(string? path, IgnoreScope? parent)
    {
        var bytes = path is null ? null : Disk.Current.ReadSmall(path, SmallFile);
        if (bytes is null)
        {
            return parent;
        }

        var file = new IgnoreFile(bytes);
        return file.IsEmpty ? parent : new IgnoreScope(file, 0, parent);
    }

    private string? ExcludesFile()
    {
        // Only git itself knows which included files count here.
        var named = _config.Value.HasIncludes ? GitProcess.Setting(_folder, "core.excludesFile") : _config.Value["core.excludesfile"];
        return named is null ? Path.Combine(UserConfig, "git/ignore")
            : named.Length == 0 ? null
            : named.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Home, named[2..])
            : named;
    }

    private GitConfig ReadConfig()
    {
        var config = new GitConfig();
        config.Read(Disk.Current.ReadSmall("/etc/gitconfig", SmallFile));
        config.Read(Disk.Current.ReadSmall(Path.Combine(UserConfig, "git/config"), SmallFile));
        config.Read(Disk.Current.ReadSmall(Path.Combine(Home, ".gitconfig"), SmallFile));
        config.Read(Disk.Current.ReadSmall(Path.Combine(_common, "config"), SmallFile));
        config.Read(Disk.Current.ReadSmall(Path.Combine(_gitFolder, "config.worktree"), SmallFile));
        return config;
    }

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);

    private static string UserConfig => Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);

    private static string? Pointer(string file, string relativeTo, string prefix)
    {
        var bytes = Disk.Current.ReadSmall(file, 8192);
        var text = bytes is null ? "" : Encoding.UTF8.GetString(bytes).TrimEnd('\n', '\r');
        return text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.Ordinal)
            ? Path.Combine(relativeTo, text[prefix.Length..])
            : null;
    }
}
