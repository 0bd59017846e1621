using Sallyport.Sandbox.Backends;
using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Probes;

/// <summary>Programs that take all they can get, under limits small enough to do no harm where one fails.</summary>
internal sealed class BombProbes(ISandboxBackend backend, ProbeRunner runner, ProbeWorld world, TimeProvider time)
{
    private const string Area = "bombs";
    private const long Megabyte = 1 << 20;
    private const int Rounds = 3000;

    private static readonly (string Name, Action<SyscallProgram> Build)[] All =
    [
        ("processes", Forks), ("memory", p => Memory(p, 0x22)), ("shared memory", p => Memory(p, 0x21)), ("a temporary folder", p => Fills(p, "/tmp/bomb")), ("shared memory files", p => Fills(p, "/dev/shm/bomb")),
        ("one file of the project", p => Fills(p, "src/bomb")), ("descriptors", Descriptors), ("files in memory", MemoryFiles), ("time", Spins), ("orphans", Orphans),
    ];

    /// <summary>Runs every bomb: it has to be over after its time, and its limit reached or nothing left of it.</summary>
    public IEnumerable<ProbeResult> Run()
    {
        foreach (var (name, build) in All)
        {
            yield return One(name, build);
        }
    }

    private ProbeResult One(string name, Action<SyscallProgram> build)
    {
        var program = new SyscallProgram();
        build(program);
        program.Call("end", Syscall.ExitGroup, 0);
        var file = Path.Combine(world.Project, "src", "bomb-" + name.Replace(' ', '-'));
        File.WriteAllBytes(file, program.Image());
        File.SetUnixFileMode(file, (UnixFileMode)0x1ED);
        var request = runner.Request([file]);
        request = request with
        {
            Profile = request.Profile with { Memory = 64 * Megabyte, Processes = 64, OpenFiles = 128, FileSize = 8 * Megabyte, Disk = 32 * Megabyte, Scratch = 8 * Megabyte, Time = TimeSpan.FromSeconds(1) },
        };
        var started = time.GetTimestamp();
        int code;
        string? ended;
        using (var process = SandboxProcess.Start(backend.Prepare(request)))
        using (var supervisor = new Supervisor(process, request, time))
        {
            code = process.Wait();
            ended = supervisor.Ended;
        }

        var seconds = time.GetElapsedTime(started).TotalSeconds;
        File.Delete(file);
        File.Delete(Path.Combine(world.Project, "src/bomb"));
        var held = code != 0 || name == "orphans";
        var rest = Leftovers(file);
        return new ProbeResult(Area, name, held && rest == 0 ? "refused" : "OPEN",
            rest > 0 ? $"{rest} processes outlived the sandbox" : held ? $"over after {seconds:0.0} s: {(ended is not null ? "its time was up" : code > 128 ? $"signal {code - 128}" : "the limit was reached")}" : "it met no limit", Control: true);
    }

    /// <summary>Processes that still run the bomb.</summary>
    private static int Leftovers(string file)
    {
        var count = 0;
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (char.IsAsciiDigit(process[6]) && new FileInfo(process + "/exe").LinkTarget?.StartsWith(file, StringComparison.Ordinal) == true)
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Each process makes another one and waits: the limit ends the chain with an error.</summary>
    private static void Forks(SyscallProgram program)
    {
        program.Call("fork", Syscall.Fork);
        program.FailOn(0);
        var fork = program.Count - 1;
        program.OnSuccess(fork, fork); // the parent goes on forking
        program.Call("fork", Syscall.Gettid); // a child, or the failure
        program.Call("wait", Syscall.Nanosleep, program.Words(30, 0), 0);
        program.Call("limit", Syscall.Close, -1);
    }

    private static void Memory(SyscallProgram program, int flags)
    {
        for (var i = 0; i < 40; i++)
        {
            program.Call("mmap", Syscall.Mmap, 0, 8 * Megabyte, 3, flags | 0x8000, -1, 0);
        }
    }

    private static void Fills(SyscallProgram program, string path)
    {
        var file = program.Call("open", Syscall.Open, program.Text(path), 0x41, 0x180);
        var buffer = program.Zeros(65536);
        for (var i = 0; i < 1024; i++)
        {
            program.Call("write", Syscall.Write, file, buffer, 65536);
        }
    }

    private static void Descriptors(SyscallProgram program)
    {
        for (var i = 0; i < Rounds; i++)
        {
            program.Call("dup", Syscall.Dup, 0);
        }
    }

    private static void MemoryFiles(SyscallProgram program)
    {
        var file = program.Call("memfd_create", Syscall.MemfdCreate, program.Text("bomb"), 0);
        var buffer = program.Zeros(65536);
        for (var i = 0; i < 4096; i++)
        {
            program.Call("write", Syscall.Write, file, buffer, 65536);
        }
    }

    private static void Spins(SyscallProgram program)
    {
        program.Call("getpid", Syscall.Getpid);
        program.OnSuccess(program.Count - 1, program.Count - 1);
    }

    /// <summary>Leaves a process in a session of its own behind.</summary>
    private static void Orphans(SyscallProgram program)
    {
        program.Call("fork", Syscall.Fork);
        program.FailOn(0);
        program.OnError(program.Count - 1, program.Count + 1);
        program.Call("end", Syscall.ExitGroup, 0);
        program.Try("session", Syscall.Setsid);
        program.Call("wait", Syscall.Nanosleep, program.Words(60, 0), 0);
    }
}
