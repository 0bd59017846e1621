using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Probes;

/// <summary>Calls into parts of the kernel that ordinary programs do not need. Their arguments are wrong on purpose.</summary>
internal static class KernelProbes
{
    private const string Area = "kernel";
    private const int Wrong = -1;

    /// <summary>Calls that fail for their arguments where they are allowed at all.</summary>
    private static readonly (string Name, int Call, int[] Arguments)[] Calls =
    [
        ("joining a namespace", Syscall.Setns, [Wrong, 0]), ("unmounting", Syscall.Umount2, [0, 0]), ("another root", Syscall.PivotRoot, [0, 0]), ("chroot", Syscall.Chroot, [0]),
        ("a new file system", Syscall.Fsopen, [0, 0]), ("configuring a file system", Syscall.Fsconfig, [Wrong, 0, 0, 0, 0]), ("a mount from a file system", Syscall.Fsmount, [Wrong, 0, 0]), ("picking a mount", Syscall.Fspick, [Wrong, 0, 0]),
        ("a copy of a mount", Syscall.OpenTree, [Wrong, 0, 1]), ("moving a mount", Syscall.MoveMount, [Wrong, 0, Wrong, 0, 0]), ("attributes of a mount", Syscall.MountSetattr, [Wrong, 0, 0, 0, 0]), ("listing mounts", Syscall.Listmount, [0, 0, 0, 0]),
        ("BPF", Syscall.Bpf, [Wrong, 0, 0]), ("performance events", Syscall.PerfEventOpen, [0, 0, 0, 0, 0]), ("keys", Syscall.Keyctl, [0, -3, 0]), ("adding a key", Syscall.AddKey, [0, 0, 0, 0, 0]), ("asking for a key", Syscall.RequestKey, [0, 0, 0, 0]),
        ("io_uring", Syscall.IoUringSetup, [0, 0]), ("entering io_uring", Syscall.IoUringEnter, [Wrong, 0, 0, 0, 0]), ("registering with io_uring", Syscall.IoUringRegister, [Wrong, 0, 0, 0]), ("userfaultfd", Syscall.Userfaultfd, [Wrong]),
        ("loading a module", Syscall.InitModule, [0, 0, 0]), ("loading a module from a file", Syscall.FinitModule, [Wrong, 0, 0]), ("removing a module", Syscall.DeleteModule, [0, 0]),
        ("another kernel", Syscall.KexecLoad, [0, 0, 0, 0xDEAD]), ("another kernel from a file", Syscall.KexecFileLoad, [Wrong, Wrong, 0, 0, 0xDEAD]), ("restarting the machine", Syscall.Reboot, [0, 0, 0, 0]),
        ("swapping", Syscall.Swapon, [0, 0]), ("no swapping", Syscall.Swapoff, [0]), ("accounting", Syscall.Acct, [1]), ("the clock", Syscall.ClockSettime, [Wrong, 0]), ("the time of day", Syscall.Settimeofday, [1, 1]), ("adjusting the clock", Syscall.Adjtimex, [0]), ("adjusting a clock", Syscall.ClockAdjtime, [Wrong, 0]),
        ("the host's name", Syscall.Sethostname, [0, Wrong]), ("the domain's name", Syscall.Setdomainname, [0, Wrong]), ("ports of the machine", Syscall.Ioperm, [Wrong, 1, 1]), ("all ports of the machine", Syscall.Iopl, [7]), ("segments", Syscall.ModifyLdt, [99, 0, 0]),
        ("the kernel's log", Syscall.Syslog, [99, 0, 0]), ("quotas", Syscall.Quotactl, [0, 0, 0, 0]), ("quotas by descriptor", Syscall.QuotactlFd, [Wrong, 0, 0, 0]), ("a file's handle", Syscall.NameToHandleAt, [Wrong, 0, 0, 0, 0]), ("watching a file system", Syscall.FanotifyInit, [Wrong, 0]),
        ("secret memory", Syscall.MemfdSecret, [Wrong]), ("pages of another process", Syscall.ProcessMadvise, [Wrong, 0, 0, 0, 0]), ("moving pages", Syscall.MovePages, [Wrong, 0, 0, 0, 0]), ("freeing another process", Syscall.ProcessMrelease, [Wrong, 0]),
        ("security attributes", Syscall.LsmSetSelfAttr, [0, 0, 0, 0]), ("old system information", Syscall.Sysfs, [99, 0]), ("an old library", Syscall.Uselib, [0]),
    ];

    public static IEnumerable<Probe> All()
    {
        foreach (var (name, call, arguments) in Calls)
        {
            yield return new(Area, name, (p, _) => p.Call(name, call, Array.ConvertAll(arguments, a => (Operand)a))) { Reaches = true, Quick = call is Syscall.Bpf or Syscall.IoUringSetup or Syscall.Keyctl };
        }

        yield return new(Area, "a user namespace", (p, _) => p.Call("unshare", Syscall.Unshare, Tries.UserNamespace)) { Quick = true };
        yield return new(Area, "a mount namespace", (p, _) => p.Call("unshare", Syscall.Unshare, Tries.MountNamespace)) { Control = (p, _) => Tries.Alone(p) };
        yield return new(Area, "a network namespace", (p, _) => p.Call("unshare", Syscall.Unshare, 0x4000_0000)) { Control = (p, _) => p.Call("unshare", Syscall.Unshare, Tries.UserNamespace | 0x4000_0000) };
        yield return new(Area, "a process in a user namespace", (p, _) => Cloned(p, Tries.UserNamespace | 17));
        yield return new(Area, "clone3, whose flags no filter sees", (p, _) => p.Call("clone3", Syscall.Clone3, p.Zeros(88), 0)) { Reaches = true };
        yield return new(Area, "openat2, whose mode no filter sees", (p, _) => p.Call("openat2", Syscall.Openat2, Wrong, 0, 0, 0)) { Reaches = true };
        yield return new(Area, "mounting a tmpfs", (p, w) => Mounted(p, w, "tmpfs", 0)) { Quick = true, Control = (p, w) => Alone(p, q => Mounted(q, w, "tmpfs", 0)) };
        yield return new(Area, "mounting over the hooks", (p, w) => p.Call("mount", Syscall.Mount, p.Text(w.Project + "/src"), p.Text(w.Project + "/.git/hooks"), 0, 0x1000, 0)) { Control = (p, w) => Alone(p, q => Mounted(q, w, "tmpfs", 0)) };
        yield return new(Area, "making a mount writable again", (p, w) => p.Call("mount", Syscall.Mount, 0, p.Text("/usr"), 0, 0x1020, 0)) { Control = (p, w) => Alone(p, q => Mounted(q, w, "tmpfs", 0)) };
        yield return new(Area, "mounting proc", (p, w) => Mounted(p, w, "proc", 0)) { Control = (p, w) => Alone(p, q => Mounted(q, w, "tmpfs", 0)) };
        yield return new(Area, "becoming root", (p, _) => p.Call("setuid", Syscall.Setresuid, 0, 0, 0)) { Quick = true };
        yield return new(Area, "root's group", (p, _) => p.Call("setgid", Syscall.Setresgid, 0, 0, 0));
        yield return new(Area, "other groups", (p, _) => p.Call("setgroups", Syscall.Setgroups, 1, p.Words(0)));
        yield return new(Area, "a capability", (p, _) => Held(p)) { Control = (p, _) => Alone(p, Held) };
        yield return new(Area, "new privileges by exec", (p, _) => NotSet(p, 39));
        yield return new(Area, "no filter of system calls", (p, _) => NotSet(p, 21));
        yield return new(Area, "typing into the terminal (TIOCSTI)", (p, _) => p.Call("ioctl", Syscall.Ioctl, 0, 0x5412, 0)) { Reaches = true, Quick = true };
        yield return new(Area, "pasting into the console (TIOCLINUX)", (p, _) => p.Call("ioctl", Syscall.Ioctl, 0, 0x541C, 0)) { Reaches = true };
        yield return new(Area, "TIOCSTI with high bits set", (p, _) => p.Call("ioctl", Syscall.Ioctl, 0, 0x1_0000_5412L, 0)) { Reaches = true };
        yield return new(Area, "a call of the x32 interface", (p, _) => p.Call("x32", 0x4000_0000 | Syscall.Getpid)) { Reaches = true };
        yield return new(Area, "another personality", (p, _) => p.Call("personality", Syscall.Personality, 0x40_0000));
        yield return new(Area, "a call that is not known yet", (p, _) => p.Call("unknown", 600)) { Reaches = true, Control = (p, _) => p.Call("getpid", Syscall.Getpid) };
        yield return new(Area, "another architecture's filter", (p, _) => p.Call("seccomp", Syscall.Seccomp, 99, 0, 0)) { Intended = (_, _) => "a filter can only be added to, never taken away", Reaches = true };
    }

    private static void Cloned(SyscallProgram program, int flags)
    {
        program.Call("clone", Syscall.Clone, flags, 0, 0, 0, 0);
        program.FailOn(0);
        program.OnError(program.Count - 1, program.Count + 1);
        program.Call("end", Syscall.ExitGroup, 0);
        // Here arrives the child, which ends, and the failure, which is one.
        program.Call("getpid", Syscall.Gettid);
        program.Call("refused", Syscall.Close, -1);
    }

    private static void Alone(SyscallProgram program, Action<SyscallProgram> then)
    {
        Tries.Alone(program);
        then(program);
    }

    private static void Mounted(SyscallProgram program, ProbeWorld world, string kind, int flags) =>
        program.Call("mount", Syscall.Mount, program.Text(kind), program.Text(world.Project + "/src"), program.Text(kind), flags, 0);

    private static void Held(SyscallProgram program)
    {
        const ulong Administrator = 1UL << 21;
        program.Call("capset", Syscall.Capset, program.Words(0x2008_0522), program.Words(Administrator | (Administrator << 32), 0, 0));
    }

    private static void NotSet(SyscallProgram program, int question)
    {
        program.Call("prctl", Syscall.Prctl, question, 0, 0, 0, 0);
        program.FailOn(question == 39 ? 1 : 2);
    }
}
