using System.Runtime.InteropServices;
using Sallyport.Sandbox.Limits;

namespace Sallyport.Sandbox;

/// <summary>Stands by while a command runs: passes signals on, and ends it when its time or its share of the disk is used up.</summary>
internal sealed class Supervisor : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private readonly SandboxProcess _process;
    private readonly TimeProvider _time;
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly ITimer _timer;
    private readonly DiskWatch _disk;
    private readonly SandboxProfile _profile;
    private readonly long _started;
    private int _looking;

    public Supervisor(SandboxProcess process, SandboxRequest request, TimeProvider time)
    {
        (_process, _profile, _time) = (process, request.Profile, time);
        _started = time.GetTimestamp();
        _disk = new DiskWatch(request.Project, request.Profile.Disk);
        // At a terminal Ctrl-C has reached the command already: it is in our process group.
        var terminal = request.AtTerminal;
        Pass(PosixSignal.SIGINT, 2, !terminal);
        Pass(PosixSignal.SIGQUIT, 3, !terminal);
        Pass(PosixSignal.SIGTERM, 15, true);
        Pass(PosixSignal.SIGHUP, 1, true);
        Pass((PosixSignal)10, 10, true);
        Pass((PosixSignal)12, 12, true);
        _timer = time.CreateTimer(_ => Look(), null, Step, Step);
    }

    /// <summary>Why the command was ended; null when it ended by itself.</summary>
    public string? Ended { get; private set; }

    public void Dispose()
    {
        _timer.Dispose();
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
    }

    private void Pass(PosixSignal signal, int number, bool pass) => _signals.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        if (pass)
        {
            _process.Signal(number);
        }
    }));

    private void Look()
    {
        if (Ended is not null || Interlocked.Exchange(ref _looking, 1) == 1)
        {
            return;
        }

        if (_time.GetElapsedTime(_started) > _profile.Time)
        {
            End($"it ran longer than {_profile.Time}, the time of profile `{_profile.Name}`");
        }
        else if (_disk.Exceeded())
        {
            End($"it wrote more to the project than the disk limit of profile `{_profile.Name}`");
        }

        Volatile.Write(ref _looking, 0);
    }

    private void End(string why)
    {
        Ended = why;
        _process.Kill();
    }
}
