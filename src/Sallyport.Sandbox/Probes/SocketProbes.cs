using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Probes;

/// <summary>Sockets, shared memory, queues and descriptors that lead to processes outside.</summary>
internal static class SocketProbes
{
    private const string Area = "sockets";
    private const int Key = 0x53_41_4C_59;

    public static IEnumerable<Probe> All()
    {
        yield return new(Area, "a unix socket of the host", (p, w) => Tries.Connect(p, Tries.Socket(p, 1, 1), Tries.Unix(w.Outside + "/host.sock")));
        yield return new(Area, "a unix socket of the host in the project", (p, w) => Tries.Connect(p, Tries.Socket(p, 1, 1), Tries.Unix(w.Project + "/host.sock"))) { Intended = UnixSockets };
        yield return new(Area, "an abstract socket of the host", (p, w) => Tries.Connect(p, Tries.Socket(p, 1, 1), Tries.Unix(w.Abstract)));
        yield return new(Area, "making a unix socket", (p, _) => Tries.Socket(p, 1, 1)) { Intended = UnixSockets };
        yield return new(Area, "making a unix datagram socket", (p, _) => Tries.Socket(p, 1, 2)) { Intended = UnixSockets };
        yield return new(Area, "shared memory of the host", (p, _) => p.Call("shmget", Syscall.Shmget, Key, 4096, 0)) { Control = (p, _) => p.Call("shmget", Syscall.Shmget, 0, 4096, 0x380) };
        yield return new(Area, "a message queue of the host", (p, _) => p.Call("msgget", Syscall.Msgget, Key, 0)) { Control = (p, _) => p.Call("msgget", Syscall.Msgget, 0, 0x380) };
        yield return new(Area, "a semaphore of the host", (p, _) => p.Call("semget", Syscall.Semget, Key, 1, 0)) { Control = (p, _) => p.Call("semget", Syscall.Semget, 0, 1, 0x380) };
        yield return new(Area, "a POSIX queue of the host", (p, _) => p.Call("mq_open", Syscall.MqOpen, p.Text("sallyport-proof"), 0, 0, 0)) { Control = (p, _) => Opened(p) };
        yield return new(Area, "a file that Sallyport inherited", (p, _) => p.Call("fcntl", Syscall.Fcntl, ProbeRunner.Inherited, 1)) { Quick = true };
        for (var descriptor = 4; descriptor < 10; descriptor++)
        {
            var number = descriptor;
            yield return new(Area, $"descriptor {number} left open on the way in", (p, _) => p.Call("fcntl", Syscall.Fcntl, number, 1)) { Control = (p, _) => p.Call("fcntl", Syscall.Fcntl, 0, 1) };
        }
    }

    private static string? UnixSockets(SandboxProfile profile, string backend) => profile.UnixSockets ? "the profile says `unix-sockets: yes`" : null;

    private static void Opened(SyscallProgram program)
    {
        program.Call("mq_open", Syscall.MqOpen, program.Text("sallyport-proof"), 0x42, 0x180, 0);
        program.Call("mq_unlink", Syscall.MqUnlink, program.Text("sallyport-proof"));
    }
}
