using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Probes;

/// <summary>Writing where nothing may be written: the system, what lies around the project, and what in the project configures other programs.</summary>
internal static class FileProbes
{
    private const string Area = "files";
    private const int Folder = 0x1ED;

    private static readonly string[] System = ["/etc", "/usr", "/usr/bin", "/usr/lib", "/opt", "/run", "/var", "/var/lib", "/boot", "/srv", "/sys", "/home", "/"];
    private static readonly string[] Switches =
    [
        "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe", "/proc/sys/kernel/hotplug", "/proc/sys/vm/overcommit_memory", "/proc/sys/fs/binfmt_misc/register", "/proc/sys/kernel/randomize_va_space",
        "/proc/sysrq-trigger", "/sys/power/state", "/sys/kernel/uevent_helper", "/proc/sys/user/max_user_namespaces",
    ];

    private static readonly string[] Devices = ["/dev/mem", "/dev/kmsg", "/dev/kvm", "/dev/vda", "/dev/sda", "/dev/nvme0n1", "/dev/fuse", "/dev/net/tun", "/dev/loop-control", "/dev/vsock", "/dev/uinput", "/dev/tty0", "/dev/userfaultfd"];
    private static readonly string[] KernelFiles = ["/proc/kcore", "/proc/kmsg", "/proc/kallsyms", "/proc/keys", "/proc/timer_list", "/proc/config.gz"];

    /// <summary>Settings in the project, most of which do not exist yet.</summary>
    private static readonly string[] Settings =
    [
        ".git/hooks/pre-commit", ".claude/settings.json", ".cursor/mcp.json", ".codex/config.toml", ".gemini/settings.json", ".windsurf/x", ".continue/x", ".kiro/x", ".roo/x", ".vscode/settings.json", ".idea/x",
        ".zed/settings.json", ".sallyport/rules.md", "hooks-elsewhere/pre-push", "sub/.git/hooks/post-checkout", ".git/modules/part/hooks/post-merge",
    ];

    private static readonly string[] SettingFiles =
    [
        ".git/config", ".git/config.worktree", ".git/modules/part/config", "sub/.git/config", ".mcp.json", ".aider.conf.yml", ".bashrc", ".bash_profile", ".profile", ".zshrc", ".zshenv", ".envrc", ".vimrc", ".exrc", "sallyport.yml",
    ];

    public static IEnumerable<Probe> All()
    {
        foreach (var folder in System)
        {
            yield return new(Area, $"a new file in {folder}", (p, _) => Tries.Make(p, folder.TrimEnd('/') + "/sallyport-proof")) { Quick = folder == "/etc" };
        }

        foreach (var file in Switches)
        {
            yield return new(Area, $"writing {file}", (p, _) => Tries.Write(p, file)) { Quick = file.EndsWith("core_pattern", StringComparison.Ordinal) };
        }

        foreach (var device in Devices)
        {
            yield return new(Area, $"opening {device}", (p, _) => Tries.Open(p, device, Tries.ReadOnly));
        }

        foreach (var file in KernelFiles)
        {
            yield return new(Area, $"reading {file}", (p, _) => Tries.Read(p, file));
        }

        foreach (var path in Settings)
        {
            yield return new(Area, $"a new {path}", (p, w) => New(p, w, path)) { Quick = path == ".git/hooks/pre-commit", Control = (p, w) => Tries.Make(p, w.Outside + "/new") };
        }

        foreach (var path in SettingFiles)
        {
            yield return new(Area, $"writing {path}", (p, w) => Tries.Open(p, Path.Combine(w.Project, path), Tries.Create)) { Quick = path == ".git/config", Control = (p, w) => Tries.Write(p, w.Outside + "/file") };
        }

        foreach (var probe in Ways())
        {
            yield return probe;
        }
    }

    private static IEnumerable<Probe> Ways()
    {
        yield return new(Area, "a new file beside the project", (p, w) => Tries.Make(p, w.Outside + "/made")) { Quick = true };
        yield return new(Area, "writing a file beside the project", (p, w) => Tries.Write(p, w.Outside + "/file"));
        yield return new(Area, "leaving the project by `..`", (p, w) => Tries.Make(p, w.Project + "/src/../../outside/made"));
        yield return new(Area, "writing through a symbolic link", Linked);
        yield return new(Area, "renaming a file out of the project", (p, w) => p.Call("rename", Syscall.Rename, p.Text(w.Project + "/.git/HEAD"), p.Text(w.Outside + "/HEAD"))) { Control = (p, w) => Renamed(p, w.Outside + "/file") };
        yield return new(Area, "moving .git away", (p, w) => p.Call("rename", Syscall.Rename, p.Text(w.Project + "/.git"), p.Text(w.Project + "/moved"))) { Control = (p, w) => Renamed(p, w.Outside + "/file") };
        yield return new(Area, "moving the hooks away", (p, w) => p.Call("rename", Syscall.Rename, p.Text(w.Project + "/.git/hooks"), p.Text(w.Project + "/.git/moved"))) { Control = (p, w) => Renamed(p, w.Outside + "/file") };
        yield return new(Area, "moving a nested repository's hooks away", (p, w) => p.Call("rename", Syscall.Rename, p.Text(w.Project + "/sub/.git"), p.Text(w.Project + "/sub/moved"))) { Control = (p, w) => Renamed(p, w.Outside + "/file") };
        yield return new(Area, "moving a folder with a repository away", (p, w) => p.Call("rename", Syscall.Rename, p.Text(w.Project + "/sub"), p.Text(w.Project + "/moved"))) { Control = (p, w) => Renamed(p, w.Outside + "/file") };
        yield return new(Area, "removing the hooks", (p, w) => p.Call("rmdir", Syscall.Rmdir, p.Text(w.Project + "/.git/hooks"))) { Control = (p, w) => Removed(p, w) };
        yield return new(Area, "removing .mcp.json", (p, w) => p.Call("unlink", Syscall.Unlink, p.Text(w.Project + "/.mcp.json"))) { Control = (p, w) => Tries.Make(p, w.Outside + "/new") };
        yield return new(Area, "a hard link to .git/config", (p, w) => p.Call("link", Syscall.Link, p.Text(w.Project + "/.git/config"), p.Text(w.Project + "/linked"))) { Control = HardLinked };
        yield return new(Area, "renaming over .git/config", (p, w) => p.Call("rename", Syscall.Rename, p.Text(w.Project + "/report"), p.Text(w.Project + "/.git/config"))) { Control = (p, w) => Renamed(p, w.Outside + "/file") };
        yield return new(Area, "emptying .git/config", (p, w) => p.Call("truncate", Syscall.Truncate, p.Text(w.Project + "/.git/config"), 0)) { Control = (p, w) => p.Call("truncate", Syscall.Truncate, p.Text(w.Outside + "/file"), 1) };
        yield return new(Area, "the mode of .git/config", (p, w) => p.Call("chmod", Syscall.Chmod, p.Text(w.Project + "/.git/config"), 0x1B6)) { Control = (p, w) => p.Call("chmod", Syscall.Chmod, p.Text(w.Outside + "/file"), 0x180) };
        yield return new(Area, "the mode of a file beside the project", (p, w) => p.Call("chmod", Syscall.Chmod, p.Text(w.Outside + "/file"), 0x180));
        yield return new(Area, "the times of a file beside the project", (p, w) => p.Call("utimensat", Syscall.Utimensat, Tries.Here, p.Text(w.Outside + "/file"), 0, 0));
        yield return new(Area, "an attribute of a file beside the project", (p, w) => p.Call("setxattr", Syscall.Setxattr, p.Text(w.Outside + "/file"), p.Text("user.x"), p.Text("1"), 1, 0));
        yield return new(Area, "a program that runs as its owner", (p, w) => p.Call("chmod", Syscall.Chmod, p.Text(w.Report), 0x9ED)) { Quick = true, Control = (p, w) => Mode(p, w, 0x9ED) };
        yield return new(Area, "a program that runs as its group", (p, w) => p.Call("fchmodat", Syscall.Fchmodat, Tries.Here, p.Text(w.Report), 0x5ED)) { Control = (p, w) => Mode(p, w, 0x5ED) };
        yield return new(Area, "such a program made by open", (p, w) => p.Call("open", Syscall.Open, p.Text(w.Project + "/src/made"), Tries.Create, 0x9ED)) { Control = (p, w) => Mode(p, w, 0x9ED) };
        yield return new(Area, "such a program made by mknod", (p, w) => p.Call("mknod", Syscall.Mknod, p.Text(w.Project + "/src/node"), 0x8000 | 0x9ED, 0)) { Control = (p, w) => Mode(p, w, 0x9ED) };
        yield return new(Area, "a file capability", (p, w) => p.Call("setxattr", Syscall.Setxattr, p.Text(w.Report), p.Text("security.capability"), p.Bytes([1, 0, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 20, 0)) { Control = (p, w) => p.Call("setxattr", Syscall.Setxattr, p.Text(w.Outside + "/file"), p.Text("user.y"), p.Text("1"), 1, 0) };
        yield return new(Area, "a device file of memory", (p, w) => p.Call("mknod", Syscall.Mknod, p.Text(w.Project + "/src/mem"), 0x2000 | 0x180, 0x101)) { Control = (p, w) => Device(p, w, 0x2000, 0x103) };
        yield return new(Area, "a device file of a disk", (p, w) => p.Call("mknod", Syscall.Mknod, p.Text(w.Project + "/src/disk"), 0x6000 | 0x180, 0x700)) { Control = (p, w) => Device(p, w, 0x6000, 0x700) };
        yield return new(Area, "giving a file to root", (p, w) => p.Call("chown", Syscall.Chown, p.Text(w.Report), 0, 0)) { Control = (p, w) => p.Call("chown", Syscall.Chown, p.Text(w.Outside + "/file"), -1, -1) };
        yield return new(Area, "opening a file by its handle", (p, w) => p.Call("open_by_handle_at", Syscall.OpenByHandleAt, Tries.Here, p.Zeros(144), 0)) { Reaches = true };
        yield return new(Area, "a file whose name is no text", (p, w) => Tries.Open(p, w.Outside + "/\u0001\u00FF", Tries.Create));
    }

    private static void New(SyscallProgram program, ProbeWorld world, string path)
    {
        program.Try("folder", Syscall.Mkdir, program.Text(Path.Combine(world.Project, Path.GetDirectoryName(path)!)), Folder);
        Tries.Make(program, Path.Combine(world.Project, path));
    }

    private static void Linked(SyscallProgram program, ProbeWorld world)
    {
        program.Try("symlink", Syscall.Symlink, program.Text(world.Outside), program.Text(world.Project + "/src/out"));
        Tries.Open(program, world.Project + "/src/out/made", Tries.Create);
    }

    private static void Renamed(SyscallProgram program, string file)
    {
        program.Call("rename", Syscall.Rename, program.Text(file), program.Text(file + "2"));
        program.Call("rename", Syscall.Rename, program.Text(file + "2"), program.Text(file));
    }

    private static void Removed(SyscallProgram program, ProbeWorld world)
    {
        program.Call("mkdir", Syscall.Mkdir, program.Text(world.Outside + "/folder"), Folder);
        program.Call("rmdir", Syscall.Rmdir, program.Text(world.Outside + "/folder"));
    }

    private static void HardLinked(SyscallProgram program, ProbeWorld world)
    {
        program.Call("link", Syscall.Link, program.Text(world.Outside + "/file"), program.Text(world.Outside + "/linked"));
        program.Call("unlink", Syscall.Unlink, program.Text(world.Outside + "/linked"));
    }

    private static void Mode(SyscallProgram program, ProbeWorld world, int mode)
    {
        Tries.Open(program, world.Outside + "/setid", Tries.Create);
        program.Call("chmod", Syscall.Chmod, program.Text(world.Outside + "/setid"), mode);
        program.Call("unlink", Syscall.Unlink, program.Text(world.Outside + "/setid"));
    }

    private static void Device(SyscallProgram program, ProbeWorld world, int kind, int number)
    {
        program.Call("mknod", Syscall.Mknod, program.Text(world.Outside + "/device"), kind | 0x180, number);
        program.Call("unlink", Syscall.Unlink, program.Text(world.Outside + "/device"));
    }
}
