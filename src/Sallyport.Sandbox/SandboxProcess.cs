using Sallyport.Core;
using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox;

/// <summary>A command in a sandbox, from its start to its end.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private const int CannotExecute = 126;
    private const int NoCommand = 127;
    private readonly Launch _launch;
    private readonly Child _child;

    private SandboxProcess(Launch launch, Child child) => (_launch, _child) = (launch, child);

    /// <summary>Why the command itself could not be executed; null when it could.</summary>
    public LaunchFailure? NotExecuted { get; private set; }

    /// <summary>The first process.</summary>
    public int Id => _child.Id;

    /// <summary>Starts a prepared command and waits until it runs; it dies with this thread.</summary>
    public static SandboxProcess Start(Launch launch)
    {
        var child = Child.Start(launch.Program, [.. launch.Descriptors]);
        foreach (var descriptor in launch.Descriptors)
        {
            descriptor.Dispose();
        }

        var process = new SandboxProcess(launch, child);
        try
        {
            if (child.Started() is { } failure)
            {
                process.NotExecuted = launch.Inner is null && failure.Step == launch.Command ? failure : throw Cannot(failure);
            }

            if (launch.InnerReport is { } report)
            {
                process.Inside(report);
            }

            return process;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Takes the listening socket of the way out; null where there is none.</summary>
    public nint? TakeListener() => _launch.Listener?.Receive() is { } socket and >= 0 ? socket : null;

    /// <summary>Waits for the end: the exit code, or 128 and the signal.</summary>
    public int Wait()
    {
        var code = _child.Wait();
        EndRest();
        return NotExecuted is { } failure ? failure.Error == LaunchFailure.NotFound ? NoCommand : CannotExecute : code;
    }

    /// <summary>Ends everything at once.</summary>
    public void Kill()
    {
        _child.Signal(9);
        _launch.Lifeline?.Dispose();
        _launch.Group?.Kill();
    }

    /// <summary>Sends a signal to the command itself.</summary>
    public void Signal(int signal) => _ = LibC.Kill(Descendants.Command(_child.Id, _launch.InnerReport is not null) ?? _child.Id, signal);

    public void Dispose() => _launch.Dispose();

    /// <summary>Waits until the watchdog has ended what the command left behind.</summary>
    private void EndRest()
    {
        _launch.Lifeline?.Dispose();
        Span<byte> nothing = stackalloc byte[1];
        _launch.Ended?.Read(nothing);
    }

    private void Inside(Descriptor report)
    {
        Span<byte> said = stackalloc byte[32];
        var length = 0;
        while (length < said.Length && report.Read(said[length..]) is var read && read > 0)
        {
            length += read;
        }

        if (length == 0)
        {
            _child.Wait();
            throw new UserException("the sandbox could not be made; bubblewrap says why above", "`sallyport doctor sandbox` shows what holds here");
        }

        var (call, error) = SyscallProgram.Failure(said[(length - 16)..]);
        if (error != 0)
        {
            var failure = new LaunchFailure(_launch.Inner!.NameOf(call), error);
            NotExecuted = length > 16 ? failure : throw Cannot(failure);
        }
    }

    private static UserException Cannot(LaunchFailure failure) => new($"the sandbox could not be made: {failure}", "`sallyport doctor sandbox` shows what holds here");
}
