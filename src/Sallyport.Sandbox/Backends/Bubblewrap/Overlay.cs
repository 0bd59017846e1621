using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Backends.Bubblewrap;

/// <summary>An overlay over the project for an ordinary user: mounted in namespaces of its own, in which bubblewrap then makes the sandbox.</summary>
internal static class Overlay
{
    private const int UsersAndMounts = 0x1000_0000 | 0x20000;
    private const int PrivateAndBelow = 0x4000 | 0x40000;

    public static void AppendTo(SyscallProgram program, ReviewFolder review, string project, Identity identity)
    {
        program.Call("namespaces of the overlay", Syscall.Unshare, UsersAndMounts);
        Map(program, "/proc/self/setgroups", "deny");
        Map(program, "/proc/self/uid_map", $"{identity.User} {identity.User} 1");
        Map(program, "/proc/self/gid_map", $"{identity.Group} {identity.Group} 1");
        program.Call("overlay", Syscall.Mount, 0, program.Text("/"), 0, PrivateAndBelow, 0);
        Mount(program, ReviewFolder.Options(project, review.Root), project);
    }

    /// <summary>Mounts an overlay at <paramref name="place"/>.</summary>
    public static void Mount(SyscallProgram program, string options, string place) =>
        program.Call("overlay", Syscall.Mount, program.Text("overlay"), program.Text(place), program.Text("overlay"), 0, program.Text(options));

    private static void Map(SyscallProgram program, string file, string text)
    {
        var opened = program.Call(file, Syscall.Open, program.Text(file), 1 | LibC.CloseOnExec, 0);
        program.Call(file, Syscall.Write, opened, program.Text(text), text.Length);
        program.Call(file, Syscall.Close, opened);
    }
}
