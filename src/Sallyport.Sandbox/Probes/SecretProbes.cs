using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Probes;

/// <summary>Keys of the user, Sallyport's own state, and the environment.</summary>
internal static class SecretProbes
{
    private const string Area = "secrets";

    public static IEnumerable<Probe> All()
    {
        foreach (var key in ProbeWorld.KeyFiles)
        {
            yield return new(Area, $"reading ~/{key}", (p, w) => Tries.Read(p, Path.Combine(w.Home, key))) { Quick = key == ".ssh/id_rsa" };
        }

        yield return new(Area, "reading Sallyport's state", (p, w) => Tries.Read(p, w.State + "/ledger"));
        yield return new(Area, "reading a file beside the project", (p, w) => Tries.Read(p, w.Outside + "/file"));
        yield return new(Area, "reading /etc/shadow", (p, _) => Tries.Read(p, "/etc/shadow"));
        yield return new(Area, "reading a key through a hard link", (p, w) => Linked(p, w, Syscall.Link));
        yield return new(Area, "reading a key through a symbolic link", (p, w) => Linked(p, w, Syscall.Symlink));
        yield return new(Area, "reading a key through /proc/self/root", (p, w) => Tries.Read(p, "/proc/self/root" + w.Home + "/.ssh/id_rsa"));
        yield return new(Area, "reading a key through /proc/1/root", (p, w) => Tries.Read(p, "/proc/1/root" + w.Home + "/.ssh/id_rsa"));
        yield return new(Area, "a secret of the environment", (p, _) => Copy(p, "/proc/self/environ")) { Leaks = true, Control = (p, _) => Copy(p, "/proc/" + Environment.ProcessId + "/cmdline"), Quick = true };
        yield return new(Area, "a secret of the environment of process 1", (p, _) => Copy(p, "/proc/1/environ")) { Leaks = true, Control = (p, _) => Copy(p, "/proc/" + Environment.ProcessId + "/cmdline") };
    }

    private static void Linked(SyscallProgram program, ProbeWorld world, int call)
    {
        program.Try("remove", Syscall.Unlink, program.Text(world.Project + "/linked")); // what a refused attempt left
        program.Call("link", call, program.Text(world.Home + "/.ssh/id_rsa"), program.Text(world.Project + "/linked"));
        var file = program.Call("open", Syscall.Open, program.Text(world.Project + "/linked"), 0, 0);
        program.Try("remove", Syscall.Unlink, program.Text(world.Project + "/linked"));
        program.Call("read", Syscall.Read, file, program.Zeros(8), 8);
    }

    private static void Copy(SyscallProgram program, string path)
    {
        var buffer = program.Zeros(16384);
        var file = Tries.Open(program, path, Tries.ReadOnly);
        program.Call("read", Syscall.Read, file, buffer, 16384);
        program.Call("copy", Syscall.Write, SyscallProgram.Report, buffer, 16384);
    }
}
