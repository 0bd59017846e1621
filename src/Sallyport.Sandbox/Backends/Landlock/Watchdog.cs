using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Backends.Landlock;

/// <summary>A process beside the command that ends every process of the sandbox when Sallyport ends, however it ends: what a namespace of processes does elsewhere.</summary>
/// <remarks>It stands in the outer of two Landlock domains: its signal to everybody reaches only processes of these, and the command, in the inner one, cannot signal it.</remarks>
internal static class Watchdog
{
    private const int Forked = 0;

    /// <summary>Adds the calls; the program goes on behind them. The watchdog waits for the end of <paramref name="lifeline"/>, and <paramref name="done"/> ends with it.</summary>
    public static void AppendTo(SyscallProgram program, int lifeline, int done)
    {
        var fork = Fork(program);
        program.Call("close", Syscall.Close, lifeline);
        program.Call("close", Syscall.Close, done);
        var over = program.Count - 1;
        program.OnError(fork, program.Count);
        Wait(program, lifeline);
        program.OnSuccess(over, program.Count);
    }

    /// <summary>The same for a container, which inherits no descriptor: the lifeline is a named pipe.</summary>
    public static void AppendTo(SyscallProgram program, string lifeline)
    {
        var fork = Fork(program);
        program.Call("close", Syscall.Getpid);
        var over = program.Count - 1;
        program.OnError(fork, program.Count);
        var pipe = program.Call("watchdog", Syscall.Open, program.Text(lifeline), 0, 0);
        Wait(program, pipe);
        program.OnSuccess(over, program.Count);
    }

    private static int Fork(SyscallProgram program)
    {
        program.Call("watchdog", Syscall.Fork);
        program.FailOn(Forked);
        return program.Count - 1;
    }

    private static void Wait(SyscallProgram program, Operand lifeline)
    {
        program.Call("watchdog", Syscall.Setsid); // fails where there was no fork: then nothing starts
        for (var descriptor = 0; descriptor <= SyscallProgram.Report; descriptor++)
        {
            program.Try("watchdog", Syscall.Close, descriptor);
        }

        program.Try("watchdog", Syscall.Read, lifeline, program.Zeros(8), 1);
        program.Try("watchdog", Syscall.Kill, -1, 9);
        program.Call("watchdog", Syscall.ExitGroup, 0);
    }
}
