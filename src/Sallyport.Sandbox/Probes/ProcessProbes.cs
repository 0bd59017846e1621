using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Probes;

/// <summary>Another process of the user: signals, memory, descriptors, limits, and what <c>/proc</c> tells of it.</summary>
internal static class ProcessProbes
{
    private const string Area = "processes";

    public static IEnumerable<Probe> All()
    {
        yield return new(Area, "a signal to a process outside", (p, w) => p.Call("kill", Syscall.Kill, w.VictimId, 0)) { Quick = true };
        yield return new(Area, "a signal to a thread outside", (p, w) => p.Call("tgkill", Syscall.Tgkill, w.VictimId, w.VictimId, 0));
        yield return new(Area, "a signal by thread number", (p, w) => p.Call("tkill", Syscall.Tkill, w.VictimId, 0));
        yield return new(Area, "a descriptor of a process outside", (p, w) => p.Call("pidfd_open", Syscall.PidfdOpen, w.VictimId, 0)) { Intended = (_, backend) => backend == "landlock" ? "without namespaces process numbers are the host's; the descriptor gives no right to signal, read or trace" : null };
        yield return new(Area, "tracing a process outside", (p, w) => Traced(p, w.VictimId));
        yield return new(Area, "tracing oneself", (p, _) => p.Call("ptrace", Syscall.Ptrace, 0, 0, 0, 0));
        yield return new(Area, "reading memory of a process outside", (p, w) => p.Call("process_vm_readv", Syscall.ProcessVmReadv, w.VictimId, p.Words(p.Zeros(8), 8), 1, p.Words(0x2000_0000, 8), 1, 0));
        yield return new(Area, "writing memory of a process outside", (p, w) => p.Call("process_vm_writev", Syscall.ProcessVmWritev, w.VictimId, p.Words(p.Zeros(8), 8), 1, p.Words(0x2000_0100, 8), 1, 0)) { Reaches = true };
        yield return new(Area, "limits of a process outside", (p, w) => p.Call("prlimit64", Syscall.Prlimit64, w.VictimId, 7, 0, p.Zeros(16)));
        yield return new(Area, "priority of a process outside", (p, w) => p.Call("setpriority", Syscall.Setpriority, 0, w.VictimId, 0));
        yield return new(Area, "processors of a process outside", (p, w) => p.Call("sched_setaffinity", Syscall.SchedSetaffinity, w.VictimId, 8, p.Words(ulong.MaxValue)));
        yield return new(Area, "comparing with a process outside", (p, w) => p.Call("kcmp", Syscall.Kcmp, w.VictimId, w.VictimId, 0, 0, 0));
        yield return new(Area, "taking a descriptor of a process outside", (p, w) => p.Call("pidfd_getfd", Syscall.PidfdGetfd, p.Call("pidfd_open", Syscall.PidfdOpen, w.VictimId, 0), 4, 0));
        yield return new(Area, "moving pages of a process outside", (p, w) => p.Call("migrate_pages", Syscall.MigratePages, w.VictimId, 8, p.Words(1), p.Words(1)));
        foreach (var file in (string[])["environ", "maps", "mem", "cmdline", "status", "stat", "fd", "root", "cwd", "exe"])
        {
            yield return new(Area, $"/proc/…/{file} of a process outside", (p, w) => Tries.Open(p, $"/proc/{w.VictimId}/{file}", Tries.ReadOnly));
        }

        yield return new(Area, "/proc/…/environ of Sallyport itself", (p, _) => Tries.Open(p, $"/proc/{Environment.ProcessId}/environ", Tries.ReadOnly));
        yield return new(Area, "the environment of process 1", (p, _) => Tries.Read(p, "/proc/1/environ"));
        yield return new(Area, "sparing a process outside from the memory killer", (p, w) => Tries.Write(p, $"/proc/{w.VictimId}/oom_score_adj"));
    }

    private static void Traced(SyscallProgram program, int process)
    {
        program.Call("ptrace", Syscall.Ptrace, 0x4206, process, 0, 0);
        program.Try("detach", Syscall.Ptrace, 17, process, 0, 0);
    }
}
