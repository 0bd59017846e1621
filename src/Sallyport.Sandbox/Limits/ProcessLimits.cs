using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Limits;

/// <summary>The limits that the kernel holds for each process and that children inherit.</summary>
internal static class ProcessLimits
{
    private const int FileSize = 1;
    private const int Data = 2;
    private const int Core = 4;
    private const int Processes = 6;
    private const int OpenFiles = 7;
    private const int LockedMemory = 8;
    private const int AddressSpace = 9;
    private const int Messages = 12;

    /// <summary>What a process may address when a control group counts what it really uses: runtimes reserve far more than they touch.</summary>
    private const long Reserved = 1L << 42;

    /// <summary>Adds the calls that set them for the program itself.</summary>
    /// <param name="program">The program.</param>
    /// <param name="profile">What is allowed.</param>
    /// <param name="counted">Whether a control group holds the memory of all processes together.</param>
    public static void AppendTo(SyscallProgram program, SandboxProfile profile, bool counted)
    {
        Set(program, "file-size", FileSize, profile.FileSize);
        Set(program, "core files", Core, 0);
        Set(program, "processes", Processes, profile.Processes);
        Set(program, "open-files", OpenFiles, profile.OpenFiles);
        Set(program, "locked memory", LockedMemory, 8 << 20);
        Set(program, "message queues", Messages, 800 << 10);
        Set(program, "memory", AddressSpace, counted ? Reserved : profile.Memory * 2);
        if (!counted)
        {
            Set(program, "memory", Data, profile.Memory);
        }
    }

    private static unsafe void Set(SyscallProgram program, string name, int resource, long value)
    {
        var now = stackalloc ulong[2];
        _ = LibC.Call(Syscall.Prlimit64, 0, resource, 0, (nint)now, 0);
        var limit = Math.Min((ulong)value, now[1]); // what binds us already may be tighter
        program.Call($"limit of {name}", Syscall.Prlimit64, 0, resource, program.Words(limit, limit), 0);
    }
}
