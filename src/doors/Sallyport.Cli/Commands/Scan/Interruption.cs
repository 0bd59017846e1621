using System.Runtime.InteropServices;
using Sallyport.Cli.Terminals;

namespace Sallyport.Cli.Commands.Scan;

/// <summary>What Ctrl-C and a polite kill leave behind: nothing half-written, and a terminal whose last line is clean.</summary>
/// <remarks>Only registered where there is something to clean; otherwise the system's own handling ends the process with the same code.</remarks>
internal sealed class Interruption : IDisposable
{
    private static readonly Lock Gate = new();
    private static readonly List<string> Files = [];
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interruption(Terminal terminal, ProgressLine? progress)
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => End(terminal, progress, ExitCode.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => End(terminal, progress, ExitCode.Interrupted + 13));
    }

    public static void Remember(string file)
    {
        lock (Gate)
        {
            Files.Add(file);
        }
    }

    public static void Forget(string file)
    {
        lock (Gate)
        {
            Files.Remove(file);
        }
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private static void End(Terminal terminal, ProgressLine? progress, int code)
    {
        lock (Gate)
        {
            progress?.Dispose();
            Files.ForEach(File.Delete);
            terminal.Error.WriteLine("interrupted; nothing was reported");
            Environment.Exit(code);
        }
    }
}
