using System.Text;
using Sallyport.Sandbox.Native;
using Sallyport.Sandbox.Projects;

namespace Sallyport.Sandbox;

/// <summary>Reads the upper layer of an overlay as changes of the project, and applies those that were chosen.</summary>
public sealed class ProjectChanges
{
    private const int Device = 0x2000;
    private readonly string _project;
    private readonly string _upper;
    private readonly List<ProjectChange> _all = [];

    private ProjectChanges(string project, string upper) => (_project, _upper) = (project, upper);

    /// <summary>Every change, in order of the path.</summary>
    public IReadOnlyList<ProjectChange> All => _all;

    /// <summary>Reads what a command left in <paramref name="review"/>.</summary>
    public static ProjectChanges Read(string project, ReviewFolder review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var changes = new ProjectChanges(project, review.Upper);
        changes.Look("");
        changes._all.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return changes;
    }

    /// <summary>Applies the changes that <paramref name="chosen"/> names; gives how many there were.</summary>
    public int Apply(SandboxProfile profile, Func<ProjectChange, bool> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var protection = Protection.Of(_project, profile);
        var count = 0;
        foreach (var change in _all)
        {
            var full = Path.Combine(_project, change.Path);
            if (chosen(change) && !protection.ReadOnly.Exists(p => ProjectFolder.Contains(p, full)) && !protection.Missing.Exists(p => ProjectFolder.Contains(p.TrimEnd('/'), full)))
            {
                Put(change, full);
                count++;
            }
        }

        return count;
    }

    private void Look(string folder)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(Path.Combine(_upper, folder)))
        {
            var name = Path.Combine(folder, Path.GetFileName(path));
            var now = FileOwner.Of(path)!;
            var before = FileOwner.Of(Path.Combine(_project, name));
            if ((now.Mode & 0xF000) == Device)
            {
                if (before is not null)
                {
                    _all.Add(new ProjectChange(name, ProjectChange.Of.Deleted, before.IsFolder ? "folder" : ""));
                }
            }
            else if (now.IsFolder)
            {
                Folder(name, path, now, before);
            }
            else if (now.IsFile || now.IsLink)
            {
                One(name, path, now, before);
            }
        }
    }

    private void Folder(string name, string path, FileOwner now, FileOwner? before)
    {
        if (before is not { IsFolder: true })
        {
            _all.Add(new ProjectChange(name, ProjectChange.Of.Added, before is null ? "folder" : "folder, in place of a file"));
        }
        else
        {
            if (Mode(now) != Mode(before))
            {
                _all.Add(new ProjectChange(name, ProjectChange.Of.Mode, $"{Octal(before)} → {Octal(now)}"));
            }

            if (Opaque(path))
            {
                foreach (var old in Directory.EnumerateFileSystemEntries(Path.Combine(_project, name)))
                {
                    if (FileOwner.Of(Path.Combine(path, Path.GetFileName(old))) is null)
                    {
                        _all.Add(new ProjectChange(Path.Combine(name, Path.GetFileName(old)), ProjectChange.Of.Deleted, ""));
                    }
                }
            }
        }

        Look(name);
    }

    private void One(string name, string path, FileOwner now, FileOwner? before)
    {
        var size = now.IsLink ? $"link to {new FileInfo(path).LinkTarget}" : $"{new FileInfo(path).Length} bytes{(Executable(now) ? ", executable" : "")}";
        if (before is null)
        {
            _all.Add(new ProjectChange(name, ProjectChange.Of.Added, size));
        }
        else if (now.IsLink != before.IsLink || before.IsFolder || !Same(path, Path.Combine(_project, name), now.IsLink))
        {
            _all.Add(new ProjectChange(name, ProjectChange.Of.Changed, size));
        }
        else if (Mode(now) != Mode(before))
        {
            _all.Add(new ProjectChange(name, ProjectChange.Of.Mode, $"{Octal(before)} → {Octal(now)}"));
        }
    }

    private static bool Same(string one, string other, bool links)
    {
        if (links)
        {
            return new FileInfo(one).LinkTarget == new FileInfo(other).LinkTarget;
        }

        using var first = File.OpenRead(one);
        using var second = File.OpenRead(other);
        if (first.Length != second.Length)
        {
            return false;
        }

        var (a, b) = (new byte[65536], new byte[65536]);
        while (first.ReadAtLeast(a, a.Length, throwOnEndOfStream: false) is var read && read > 0)
        {
            if (second.ReadAtLeast(b, read, throwOnEndOfStream: false) < read || !a.AsSpan(0, read).SequenceEqual(b.AsSpan(0, read)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts one change into the project. Parents come first, and each is a real folder by then, so that no link leads out.</summary>
    private void Put(ProjectChange change, string full)
    {
        for (var parent = Path.GetDirectoryName(change.Path); !string.IsNullOrEmpty(parent); parent = Path.GetDirectoryName(parent))
        {
            if (FileOwner.Of(Path.Combine(_project, parent)) is { IsFolder: false })
            {
                return; // what lay there is not replaced, because that was not chosen
            }
        }

        var from = Path.Combine(_upper, change.Path);
        if (change.Kind == ProjectChange.Of.Deleted)
        {
            Remove(full);
            return;
        }

        var now = FileOwner.Of(from)!;
        var owner = FileOwner.Of(_project)!;
        if (change.Kind != ProjectChange.Of.Mode)
        {
            Write(from, full, now);
        }

        if (!now.IsLink)
        {
            File.SetUnixFileMode(full, (UnixFileMode)Mode(now));
        }

        Ownership.Give(full, owner.User, owner.Group);
    }

    private static void Write(string from, string full, FileOwner now)
    {
        if (now.IsFolder)
        {
            if (FileOwner.Of(full) is { IsFolder: false })
            {
                File.Delete(full);
            }

            Directory.CreateDirectory(full);
            return;
        }

        if (FileOwner.Of(full) is { IsFolder: true })
        {
            Directory.Delete(full, recursive: true);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var beside = full + ".sallyport-new";
        if (now.IsLink)
        {
            File.CreateSymbolicLink(beside, new FileInfo(from).LinkTarget!);
        }
        else
        {
            File.Copy(from, beside, overwrite: true);
        }

        File.Move(beside, full, overwrite: true);
    }

    private static void Remove(string full)
    {
        if (FileOwner.Of(full) is { IsFolder: true })
        {
            Directory.Delete(full, recursive: true);
        }
        else
        {
            File.Delete(full);
        }
    }

    // The bits that make a program run as its owner are never taken over.
    private static uint Mode(FileOwner file) => file.Mode & 0x1FF;

    private static string Octal(FileOwner file) => Convert.ToString(Mode(file), 8);

    private static bool Executable(FileOwner file) => (file.Mode & 0x49) != 0;

    private static unsafe bool Opaque(string path)
    {
        var name = Encoding.UTF8.GetBytes(path + "\0");
        var value = stackalloc byte[2];
        fixed (byte* at = name, attribute = "user.overlay.opaque\0"u8)
        {
            return LibC.Call(Syscall.Lgetxattr, (nint)at, (nint)attribute, (nint)value, 1, 0) == 1 && value[0] == (byte)'y';
        }
    }
}
