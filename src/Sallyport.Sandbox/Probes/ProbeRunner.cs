using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Sallyport.Sandbox.Backends;
using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Probes;

/// <summary>Runs probes: each as the command of a sandbox of its own, made exactly as <c>run</c> makes it, and once outside, to show that it can succeed.</summary>
internal sealed class ProbeRunner(ISandboxBackend backend, SandboxProfile profile, ProbeWorld world, string image) : IDisposable
{
    /// <summary>A descriptor that Sallyport holds open on purpose, not closed on exec.</summary>
    public const int Inherited = 77;

    private const int Refused = 125;
    private const int Killed = 128;
    private readonly bool _held = LibC.Call(Syscall.Dup2, 0, Inherited, 0, 0, 0) >= 0;
    private int _count;

    public void Dispose()
    {
        if (_held)
        {
            _ = LibC.Close(Inherited);
        }
    }

    /// <summary>Every probe.</summary>
    public static IEnumerable<Probe> All() =>
        [.. NetworkProbes.All(), .. SocketProbes.All(), .. ProcessProbes.All(), .. FileProbes.All(), .. SecretProbes.All(), .. KernelProbes.All()];

    /// <summary>Runs one inside and outside.</summary>
    public ProbeResult Run(Probe probe, bool control)
    {
        var (open, detail) = Inside(probe);
        var intended = open ? probe.Intended?.Invoke(profile, backend.Name) : null;
        return new ProbeResult(probe.Area, probe.Name, intended is not null ? "intended" : open ? "OPEN" : "refused", intended ?? detail, control && Outside(probe));
    }

    private (bool Open, string Detail) Inside(Probe probe)
    {
        var program = new SyscallProgram();
        program.Call("report", Syscall.Dup2, program.Call("report", Syscall.Open, program.Text(world.Report), 0x201, 0), SyscallProgram.Report);
        probe.Build(program, world);
        program.Call("open", Syscall.ExitGroup, 0);
        var file = Path.Combine(world.Project, "src", string.Create(CultureInfo.InvariantCulture, $"probe-{_count++}"));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, program.Image());
        File.SetUnixFileMode(file, (UnixFileMode)0x1ED);
        try
        {
            using var process = SandboxProcess.Start(backend.Prepare(Request([file])));
            var code = process.Wait();
            var report = File.ReadAllBytes(world.Report);
            return Verdict(probe, program, code, report);
        }
        finally
        {
            File.Delete(file);
            File.WriteAllBytes(world.Report, []);
        }
    }

    private static (bool Open, string Detail) Verdict(Probe probe, SyscallProgram program, int code, byte[] report)
    {
        if (probe.Leaks)
        {
            return (report.AsSpan().IndexOf(Encoding.ASCII.GetBytes(ProbeWorld.Canary)) >= 0, "the canary is not in it");
        }

        if (code == 0)
        {
            return (true, "possible");
        }

        if (code == Refused && report.Length >= 16)
        {
            var (call, error) = SyscallProgram.Failure(report.AsSpan(0, 16));
            return (probe.Reaches && error is not (1 or 13 or 38), $"{program.NameOf(call)}: {(error <= 0 ? "as it should be" : Marshal.GetPInvokeErrorMessage(error))}");
        }

        return code > Killed ? (false, $"ended by signal {code - Killed}") : (true, $"the probe itself ended with {code}");
    }

    private bool Outside(Probe probe)
    {
        var program = new SyscallProgram();
        program.Call("close on exec", Syscall.Fcntl, SyscallProgram.Report, 2, 1);
        (probe.Control ?? probe.Build)(program, world);
        program.Call("open", Syscall.ExitGroup, 0);
        var child = Child.Start(program);
        var failure = child.Started();
        var code = child.Wait();
        return code == 0 || probe.Leaks || (probe.Reaches && failure is { Error: not (1 or 13 or 38) });
    }

    /// <summary>What a sandbox is asked for that runs <paramref name="command"/> in the world.</summary>
    public SandboxRequest Request(IReadOnlyList<string> command) => new()
    {
        Profile = profile with { Image = image.Length > 0 ? image : profile.Image },
        Project = world.Project,
        Folder = world.Project,
        Command = command,
        Home = world.Home,
        State = world.State,
        Environment = SandboxEnvironment.Choose(profile, new Dictionary<string, string> { ["FAKE_SECRET"] = ProbeWorld.Canary, ["LANG"] = "C" }, world.Home, world.Project, (_, _) => false, []),
    };
}
