using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Sallyport.EndToEnd;

/// <summary>Ctrl-C ends a scan at once and leaves nothing half-written.</summary>
public sealed partial class InterruptionTests : IDisposable
{
    private const int Interrupt = 2;
    private readonly Workspace _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void A_scan_that_waits_for_its_input_ends_with_130_and_the_old_report_stays()
    {
        _at.With("out.json", "before");
        using var process = Executable.Launch(_at, "scan", "-", "-o", "json=out.json");
        process.StandardInput.Write("x = 1\n");
        process.StandardInput.Flush();
        WaitForSignals(process);
        Kill(process.Id, Interrupt).ShouldBe(0);
        process.WaitForExit();
        process.ExitCode.ShouldBe(130);
        _at.Read("out.json").ShouldBe("before");
        Directory.GetFiles(_at.Root).Length.ShouldBe(1);
    }

    // The runtime's own handler and ours show in the mask of caught signals.
    private static void WaitForSignals(Process process)
    {
        var until = Stopwatch.StartNew();
        while (until.Elapsed < TimeSpan.FromSeconds(20))
        {
            var caught = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("SigCgt:", StringComparison.Ordinal));
            if ((Convert.ToUInt64(caught[7..].Trim(), 16) & (1UL << (Interrupt - 1))) != 0)
            {
                return;
            }

            Thread.Yield();
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
