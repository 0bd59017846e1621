using System.Globalization;
using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Limits;

/// <summary>A control group of its own for the command, version 1 or 2, where the user may make one: it counts memory and processes of all together.</summary>
internal sealed class ControlGroup : IDisposable
{
    private const int Attempts = 100;
    private const string Prefix = "sallyport-";
    private readonly List<string> _folders = [];

    private ControlGroup()
    {
    }

    /// <summary>Makes the group; null where none can be made.</summary>
    /// <param name="profile">The limits.</param>
    /// <param name="root">The root of the file system that tells of groups; another in tests.</param>
    public static ControlGroup? Make(SandboxProfile profile, string root = "/")
    {
        var group = new ControlGroup();
        try
        {
            if (group.First(profile, root) || group.Second(profile, root))
            {
                return group;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // not ours to make: limits for each process hold instead
        }

        group.Dispose();
        return null;
    }

    /// <summary>The folders of the group, one a hierarchy.</summary>
    public IReadOnlyList<string> Folders => _folders;

    /// <summary>Adds the calls by which the program joins.</summary>
    public void AppendTo(SyscallProgram program)
    {
        foreach (var folder in _folders)
        {
            var file = program.Call("control group", Syscall.Open, program.Text(folder + "/cgroup.procs"), 1 | LibC.CloseOnExec, 0);
            program.Call("control group", Syscall.Write, file, program.Text("0"), 1);
            program.Call("control group", Syscall.Close, file);
        }
    }

    public void Dispose()
    {
        foreach (var folder in _folders)
        {
            for (var attempt = 0; attempt < Attempts && !Removed(folder); attempt++)
            {
                Kill(folder);
                Thread.Sleep(attempt < 10 ? 1 : 10);
            }
        }

        _folders.Clear();
    }

    /// <summary>Ends every process of the group.</summary>
    public void Kill()
    {
        foreach (var folder in _folders)
        {
            Kill(folder);
        }
    }

    private bool First(SandboxProfile profile, string root)
    {
        if (Hierarchy(root, "memory") is not { } memory || Hierarchy(root, "pids") is not { } processes)
        {
            return false;
        }

        var name = Name();
        Add(Path.Combine(memory, name));
        Write("memory.limit_in_bytes", profile.Memory);
        if (File.Exists(Path.Combine(_folders[^1], "memory.memsw.limit_in_bytes")))
        {
            Write("memory.memsw.limit_in_bytes", profile.Memory);
        }

        Add(Path.Combine(processes, name));
        Write("pids.max", profile.Processes);
        return true;
    }

    private bool Second(SandboxProfile profile, string root)
    {
        if (Hierarchy(root, "") is not { } own)
        {
            return false;
        }

        // A group that holds processes cannot pass controllers on, so the new one stands beside ours, or below where ours may hold both.
        foreach (var parent in (string[])[own, Path.GetDirectoryName(own)!])
        {
            var passed = Path.Combine(parent, "cgroup.subtree_control");
            if (!File.Exists(passed) || File.ReadAllText(passed).Split([' ', '\n']) is var controllers && !(controllers.Contains("memory") && controllers.Contains("pids")))
            {
                continue;
            }

            Add(Path.Combine(parent, Name()));
            Write("memory.max", profile.Memory);
            Write("memory.swap.max", 0);
            Write("memory.oom.group", 1);
            Write("pids.max", profile.Processes);
            return true;
        }

        return false;
    }

    private static string Name() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Environment.TickCount64}");

    private void Add(string folder)
    {
        Directory.CreateDirectory(folder);
        _folders.Add(folder);
    }

    private void Write(string file, long value) => File.WriteAllText(Path.Combine(_folders[^1], file), value.ToString(CultureInfo.InvariantCulture));

    private static void Kill(string folder)
    {
        if (File.Exists(Path.Combine(folder, "cgroup.kill")))
        {
            File.WriteAllText(Path.Combine(folder, "cgroup.kill"), "1");
            return;
        }

        var processes = Path.Combine(folder, "cgroup.procs");
        foreach (var line in File.Exists(processes) ? File.ReadAllLines(processes) : [])
        {
            if (int.TryParse(line, CultureInfo.InvariantCulture, out var process))
            {
                _ = LibC.Kill(process, 9);
            }
        }
    }

    // Only the kernel can empty the folder: its files vanish with it.
    private static unsafe bool Removed(string folder)
    {
        var path = System.Text.Encoding.UTF8.GetBytes(folder + "\0");
        fixed (byte* at = path)
        {
            return LibC.Call(Syscall.Rmdir, (nint)at, 0, 0, 0, 0) == 0 || !Directory.Exists(folder);
        }
    }

    /// <summary>The folder of our own group in the hierarchy that has a controller; the empty name stands for version 2.</summary>
    private static string? Hierarchy(string root, string controller)
    {
        string? mount = null, top = null;
        foreach (var line in File.ReadLines(Path.Combine(root, "proc/self/mountinfo")))
        {
            var dash = line.IndexOf(" - ", StringComparison.Ordinal);
            var type = line[(dash + 3)..];
            if (controller.Length == 0 ? type.StartsWith("cgroup2 ", StringComparison.Ordinal) : type.StartsWith("cgroup ", StringComparison.Ordinal) && Lists(type[(type.LastIndexOf(' ') + 1)..], controller))
            {
                var fields = line.Split(' ');
                (top, mount) = (fields[3], fields[4]);
            }
        }

        foreach (var line in mount is null ? [] : File.ReadLines(Path.Combine(root, "proc/self/cgroup")))
        {
            var fields = line.Split(':', 3);
            if (controller.Length == 0 ? fields[1].Length == 0 : Lists(fields[1], controller))
            {
                var below = top != "/" && fields[2].StartsWith(top!, StringComparison.Ordinal) ? fields[2][top!.Length..] : fields[2];
                var folder = Path.Combine(root, mount![1..], below.TrimStart('/')).TrimEnd('/');
                return Directory.Exists(folder) ? folder : Path.Combine(root, mount[1..]);
            }
        }

        return null;
    }

    private static bool Lists(string list, string name) => Array.IndexOf(list.Split(','), name) >= 0;
}
