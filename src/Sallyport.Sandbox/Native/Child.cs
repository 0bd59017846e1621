using System.Runtime.InteropServices;
using System.Text;

namespace Sallyport.Sandbox.Native;

/// <summary>A process started from a <see cref="SyscallProgram"/>.</summary>
internal sealed class Child
{
    private const short SetSignalDefault = 4;
    private const ulong BrokenPipe = 1UL << 12;
    private readonly SyscallProgram _program;
    private readonly Descriptor _report;

    private Child(int id, SyscallProgram program, Descriptor report) => (Id, _program, _report) = (id, program, report);

    /// <summary>Its process id.</summary>
    public int Id { get; }

    /// <summary>Starts <paramref name="program"/>; descriptor <c>Report + 1 + i</c> of the child is <c>descriptors[i]</c>, the standard streams are ours, and there is no other.</summary>
    /// <remarks>What the thread that calls this is bound by, the child is bound by; it dies with this thread where the program says so.</remarks>
    public static unsafe Child Start(SyscallProgram program, params ReadOnlySpan<Descriptor> descriptors)
    {
        var (read, write) = Descriptor.Pipe();
        using var image = Descriptor.Memory("sallyport", program.Image(), executable: true);
        var path = Encoding.ASCII.GetBytes($"/proc/self/fd/{image.Number}\0");
        var actions = stackalloc byte[512];
        var attributes = stackalloc byte[1024];
        var signals = stackalloc ulong[16];
        new Span<ulong>(signals, 16).Clear();
        signals[0] = BrokenPipe; // .NET ignores it, which a child would inherit
        LibC.ActionsInit(actions);
        LibC.AttributesInit(attributes);
        LibC.AttributesDefault(attributes, signals);
        LibC.AttributesFlags(attributes, SetSignalDefault);
        LibC.ActionsDup(actions, write.Number, SyscallProgram.Report);
        for (var i = 0; i < descriptors.Length; i++)
        {
            LibC.ActionsDup(actions, descriptors[i].Number, SyscallProgram.Report + 1 + i);
        }

        int id;
        int error;
        var none = stackalloc byte*[1];
        none[0] = null;
        fixed (byte* file = path)
        {
            error = LibC.Spawn(&id, file, actions, attributes, none, none);
        }

        LibC.ActionsDestroy(actions);
        LibC.AttributesDestroy(attributes);
        write.Dispose();
        if (error != 0)
        {
            read.Dispose();
            throw new IOException($"posix_spawn: {Marshal.GetPInvokeErrorMessage(error)}");
        }

        return new Child(id, program, read);
    }

    /// <summary>Waits until the program has become the command, and says what failed before; null when nothing did.</summary>
    public LaunchFailure? Started()
    {
        Span<byte> report = stackalloc byte[16];
        var read = _report.Read(report);
        _report.Dispose();
        if (read < report.Length)
        {
            return null;
        }

        var (call, error) = SyscallProgram.Failure(report);
        return new LaunchFailure(_program.NameOf(call), error);
    }

    /// <summary>Waits for its end: the exit code, or 128 and the signal that ended it.</summary>
    public unsafe int Wait()
    {
        int status;
        while (LibC.Wait(Id, &status, 0, null) < 0)
        {
            if (Marshal.GetLastPInvokeError() != 4)
            {
                throw new IOException($"wait4: {Marshal.GetLastPInvokeErrorMessage()}");
            }
        }

        _report.Dispose();
        return (status & 0x7F) is var signal && signal != 0 ? 128 + signal : (status >> 8) & 0xFF;
    }

    /// <summary>Sends a signal.</summary>
    public void Signal(int signal) => _ = LibC.Kill(Id, signal);
}
