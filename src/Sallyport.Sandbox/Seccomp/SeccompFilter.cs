using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Seccomp;

/// <summary>Which system calls the command may make: all that ordinary programs need, and none that reach other processes, namespaces, devices or rarely used parts of the kernel.</summary>
internal static class SeccompFilter
{
    private const uint Architecture = 0xC000_003E;
    private const int NotPermitted = 1;
    private const int NoSuchCall = 38;
    private const uint NamespaceFlags = 0x7E02_0080;
    private const uint SetIdBits = 0xC00;
    private const uint Creates = 0x40 | 0x40_0000;

    private static readonly int[] Refused =
    [
        Syscall.Ptrace, Syscall.Syslog, Syscall.Uselib, Syscall.Ustat, Syscall.Sysfs, Syscall.Vhangup, Syscall.PivotRoot, Syscall.Sysctl, Syscall.Adjtimex, Syscall.Chroot,
        Syscall.Acct, Syscall.Settimeofday, Syscall.Mount, Syscall.Umount2, Syscall.Swapon, Syscall.Swapoff, Syscall.Reboot, Syscall.Sethostname, Syscall.Setdomainname,
        Syscall.Iopl, Syscall.Ioperm, Syscall.CreateModule, Syscall.InitModule, Syscall.DeleteModule, Syscall.GetKernelSyms, Syscall.QueryModule, Syscall.Quotactl, Syscall.Nfsservctl,
        Syscall.LookupDcookie, Syscall.ClockSettime, Syscall.KexecLoad, Syscall.AddKey, Syscall.RequestKey, Syscall.Keyctl, Syscall.MigratePages, Syscall.Unshare, Syscall.MovePages,
        Syscall.PerfEventOpen, Syscall.FanotifyInit, Syscall.NameToHandleAt, Syscall.OpenByHandleAt, Syscall.ClockAdjtime, Syscall.Setns, Syscall.ProcessVmReadv, Syscall.ProcessVmWritev,
        Syscall.Kcmp, Syscall.FinitModule, Syscall.KexecFileLoad, Syscall.Bpf, Syscall.Userfaultfd, Syscall.IoUringSetup, Syscall.IoUringEnter, Syscall.IoUringRegister,
        Syscall.OpenTree, Syscall.MoveMount, Syscall.Fsopen, Syscall.Fsconfig, Syscall.Fsmount, Syscall.Fspick, Syscall.PidfdGetfd, Syscall.ProcessMadvise, Syscall.MountSetattr,
        Syscall.QuotactlFd, Syscall.MemfdSecret, Syscall.ProcessMrelease, Syscall.Statmount, Syscall.Listmount, Syscall.LsmSetSelfAttr, Syscall.OpenTreeAttr, Syscall.ModifyLdt,
    ];

    private static readonly int[] SharedWithTheHost = [Syscall.Shmget, Syscall.Shmat, Syscall.Semget, Syscall.Msgget, Syscall.MqOpen];

    /// <summary>The filter behind namespaces: sockets of the internet only reach the sandbox's own network.</summary>
    /// <param name="unixSockets">Whether sockets of the file system may be made: a socket in the project may belong to a process outside.</param>
    public static byte[] Isolated(bool unixSockets)
    {
        var filter = Common();
        return (unixSockets ? filter.OnOthers(Syscall.Socket, 0, Bpf.Error(NotPermitted), 1, 2, 10, 16) : filter.OnOthers(Syscall.Socket, 0, Bpf.Error(NotPermitted), 2, 10, 16))
            .OnWrong(Syscall.Socket, 0, 16, 2, 0, Bpf.Error(NotPermitted)) // of netlink, only what asks for addresses and routes
            .OnOthers(Syscall.Socketpair, 0, Bpf.Error(NotPermitted), 1)
            .End().ToArray();
    }

    /// <summary>The filter without namespaces: no sockets at all, nothing of what the host shares, and none of the calls that Landlock does not see.</summary>
    public static byte[] Shared()
    {
        var refused = Bpf.Error(NotPermitted);
        var filter = Common().On(Syscall.Socket, refused).OnOthers(Syscall.Socketpair, 0, refused, 1);
        foreach (var call in SharedWithTheHost)
        {
            filter.On(call, refused);
        }

        foreach (var call in NotSeenByLandlock)
        {
            filter.On(call, refused);
        }

        return filter.OnPointer(Syscall.Utimensat, 1, refused)
            .OnOthers(Syscall.Prlimit64, 0, refused, 0)
            .OnOthers(Syscall.SchedSetaffinity, 0, refused, 0)
            .OnOthers(Syscall.Setpriority, 1, refused, 0)
            .End().ToArray();
    }

    private static readonly int[] NotSeenByLandlock =
    [
        Syscall.Chmod, Syscall.Fchmodat, Syscall.Fchmodat2, Syscall.Chown, Syscall.Lchown, Syscall.Fchownat, Syscall.Utime, Syscall.Utimes, Syscall.Futimesat,
        Syscall.Setxattr, Syscall.Lsetxattr, Syscall.Removexattr, Syscall.Lremovexattr, Syscall.Setxattrat, Syscall.Removexattrat, Syscall.SchedSetscheduler, Syscall.SchedSetparam, Syscall.SchedSetattr, Syscall.IoprioSet,
    ];

    private static Bpf Common()
    {
        var refused = Bpf.Error(NotPermitted);
        var filter = new Bpf().Begin(Architecture).From(Syscall.FirstUnknown, Bpf.Error(NoSuchCall));
        foreach (var call in Refused)
        {
            filter.On(call, refused);
        }

        return filter
            .On(Syscall.Clone3, Bpf.Error(NoSuchCall)) // its flags lie in memory; the C library falls back to clone
            .On(Syscall.Openat2, Bpf.Error(NoSuchCall)) // so does its mode
            .OnBits(Syscall.Clone, 0, NamespaceFlags, refused)
            .OnValues(Syscall.Ioctl, 1, refused, 0x5412, 0x541C) // TIOCSTI and TIOCLINUX type into the terminal
            .OnOthers(Syscall.Personality, 0, refused, 0, 8, 0x20000, 0x20008, 0xFFFF_FFFF)
            .OnBits(Syscall.Chmod, 1, SetIdBits, refused)
            .OnBits(Syscall.Fchmod, 1, SetIdBits, refused)
            .OnBits(Syscall.Fchmodat, 2, SetIdBits, refused)
            .OnBits(Syscall.Fchmodat2, 2, SetIdBits, refused)
            .OnBits(Syscall.Creat, 1, SetIdBits, refused)
            .OnBits(Syscall.Mknod, 1, SetIdBits, refused)
            .OnBits(Syscall.Mknodat, 2, SetIdBits, refused)
            .OnBits(Syscall.Open, 1, Creates, 2, SetIdBits, refused)
            .OnBits(Syscall.Openat, 2, Creates, 3, SetIdBits, refused);
    }
}
