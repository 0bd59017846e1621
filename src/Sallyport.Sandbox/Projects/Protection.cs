using Sallyport.Core;
using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Projects;

/// <summary>What of a project stays as it is: read-only paths, paths that must not come to be, and the folders that must not be moved away with them.</summary>
internal sealed class Protection
{
    private const int Nested = 3;
    private const int MostFolders = 2000;
    private static readonly HashSet<string> NotEntered = new(StringComparer.Ordinal) { "node_modules", ".git", "target", "bin", "obj", "vendor", ".venv", "venv", "dist", "build", "__pycache__", "artifacts" };
    private readonly SandboxProfile _profile;
    private readonly List<string> _existing = [];
    private readonly List<string> _missing = [];
    private readonly List<string> _anchors = [];

    private Protection(SandboxProfile profile) => _profile = profile;

    /// <summary>Existing paths that are read-only.</summary>
    public List<string> ReadOnly => _existing;

    /// <summary>Paths that do not exist and must not come to be; a folder ends with a slash.</summary>
    public List<string> Missing => _missing;

    /// <summary>Folders that hold such paths: what is a mount point cannot be renamed, so that nobody moves them away and makes new ones.</summary>
    public List<string> Anchors => _anchors;

    /// <summary>Folders outside of the project that git needs: those of the repository that a worktree belongs to.</summary>
    public List<string> Outside { get; } = [];

    /// <summary>Whether the project has more folders than were looked at for settings of nested projects.</summary>
    public bool Partial { get; private set; }

    /// <summary>Looks at a project.</summary>
    public static Protection Of(string project, SandboxProfile profile)
    {
        var protection = new Protection(profile);
        if (GitLinks.CommonFolder(project) is { } common)
        {
            protection.Outside.Add(common);
            protection.Git(common, common);
            protection.Add(project, ".git", folder: false, always: true);
        }
        else
        {
            protection.Git(project, Path.Combine(project, ".git"));
        }

        foreach (var path in profile.Protect)
        {
            if (protection.Outside.Count == 0 || !path.StartsWith(".git/", StringComparison.Ordinal))
            {
                protection.Add(project, path.TrimEnd('/'), path.EndsWith('/'), always: true);
            }
        }

        foreach (var path in profile.ProtectExisting)
        {
            protection.Add(project, path, folder: false, always: false);
        }

        var left = MostFolders;
        protection.Below(project, Nested, ref left);
        protection.Partial = left < 0;
        protection._anchors.Sort(StringComparer.Ordinal); // outer before inner, as they are mounted
        return protection;
    }

    private void Git(string root, string git)
    {
        if (GitLinks.HooksPath(Path.Combine(git, "config")) is { } hooks && Path.GetFullPath(hooks, root) is var at && at != root && ProjectFolder.Contains(root, at))
        {
            Add(root, Path.GetRelativePath(root, at), folder: true, always: true);
        }

        if (Outside.Count > 0)
        {
            Add(git, "hooks", folder: true, always: true);
            Add(git, "config", folder: false, always: true);
            Add(git, "config.worktree", folder: false, always: false);
        }

        foreach (var module in GitLinks.Modules(git))
        {
            Add(root, Path.GetRelativePath(root, Path.Combine(module, "hooks")), folder: true, always: true);
            Add(root, Path.GetRelativePath(root, Path.Combine(module, "config")), folder: false, always: true);
        }
    }

    private void Add(string root, string path, bool folder, bool always)
    {
        var at = root;
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            at = Path.Combine(at, parts[i]);
            var last = i == parts.Length - 1;
            if (FileOwner.Of(at) is not { } found)
            {
                if (always)
                {
                    Once(_missing, !last || folder ? at + "/" : at);
                }

                return;
            }

            if (found.IsLink)
            {
                throw new UserException($"`{at}` is a symbolic link, which cannot be protected from being replaced", "put the file itself there, or let a profile of yours say `unprotect: " + path + "`");
            }

            if (last || !found.IsFolder)
            {
                Once(_existing, at);
                return;
            }

            Once(_anchors, at);
        }
    }

    private void Below(string folder, int depth, ref int left)
    {
        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            if (left-- < 0)
            {
                return;
            }

            var name = Path.GetFileName(child);
            if (NotEntered.Contains(name) || name[0] == '.' || FileOwner.Of(child) is not { IsFolder: true })
            {
                continue;
            }

            Settings(child);
            if (depth > 1 && !Unreadable(child))
            {
                Below(child, depth - 1, ref left);
            }
        }
    }

    private static bool Unreadable(string folder) => LibC.Call(Syscall.Access, folder) != 0;

    /// <summary>Settings of a project inside the project, where they exist.</summary>
    private void Settings(string folder)
    {
        var count = _existing.Count;
        foreach (var entry in Entries(folder))
        {
            if (entry == ".git")
            {
                Anchor(folder);
                Add(folder, ".git/hooks", folder: true, always: Directory.Exists(Path.Combine(folder, ".git")));
                Add(folder, ".git/config", folder: false, always: false);
            }
            else if (Listed(_profile.Protect, entry) || Listed(_profile.ProtectExisting, entry))
            {
                Add(folder, entry, folder: false, always: false);
            }
        }

        if (_existing.Count > count)
        {
            Anchor(folder);
        }
    }

    private static List<string> Entries(string folder)
    {
        var dotted = new List<string>();
        if (!Unreadable(folder))
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(folder, ".*"))
            {
                dotted.Add(Path.GetFileName(entry));
            }
        }

        return dotted;
    }

    private static bool Listed(IReadOnlyList<string> paths, string name)
    {
        foreach (var path in paths)
        {
            if (path.AsSpan().TrimEnd('/').SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private void Anchor(string folder) => Once(_anchors, folder);

    private static void Once(List<string> paths, string path)
    {
        if (!paths.Contains(path))
        {
            paths.Add(path);
        }
    }
}
