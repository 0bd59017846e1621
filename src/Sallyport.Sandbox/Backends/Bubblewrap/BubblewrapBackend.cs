using Sallyport.Sandbox.Landlock;
using Sallyport.Sandbox.Limits;
using Sallyport.Sandbox.Native;
using Sallyport.Sandbox.Projects;
using Sallyport.Sandbox.Seccomp;

namespace Sallyport.Sandbox.Backends.Bubblewrap;

/// <summary>Namespaces made by bubblewrap; inside, before the command, Landlock and seccomp; around it a control group, or limits for each process.</summary>
internal sealed class BubblewrapBackend : ISandboxBackend
{
    private static readonly string[] Places = ["/usr/bin/bwrap", "/usr/local/bin/bwrap", "/bin/bwrap", "/run/current-system/sw/bin/bwrap"];
    private readonly string? _program = Array.Find(Places, File.Exists);

    public string Name => "bubblewrap";

    public string Machinery => _program is null ? "" : $"{_program} {new FileInfo(_program).Length} {File.GetLastWriteTimeUtc(_program).Ticks}";

    public Availability Check(SandboxRequest request)
    {
        if (_program is null)
        {
            return new Availability("bubblewrap is not installed", "install the package `bubblewrap`");
        }

        if (LandlockRuleset.Version == 0)
        {
            return new Availability("this kernel has no Landlock", "boot a kernel with Landlock (Linux 5.13 or later, `lsm=landlock,…`), or ask for another backend");
        }

        return Refuses("/proc/sys/user/max_user_namespaces", "0") || Refuses("/proc/sys/kernel/unprivileged_userns_clone", "0")
            ? new Availability("this machine refuses user namespaces", "allow them (sysctl user.max_user_namespaces), or ask for `--backend landlock`")
            : Availability.Yes;
    }

    public Launch Prepare(SandboxRequest request)
    {
        var identity = Identity.For(request.Project);
        var launch = new Launch { Program = new SyscallProgram() };
        try
        {
            Build(launch, request, identity);
            return launch;
        }
        catch
        {
            launch.Dispose();
            throw;
        }
    }

    private void Build(Launch launch, SandboxRequest request, Identity identity)
    {
        var protection = Protection.Of(request.Project, request.Profile);
        var placed = new List<string>();
        launch.Own(Placeholders.Make(request.State, request.Project, protection.Missing, placed));
        launch.Group = ControlGroup.Make(request.Profile);
        if (launch.Group is { } group)
        {
            launch.Own(group);
        }

        var (reading, writing) = Descriptor.Pipe();
        launch.InnerReport = launch.Own(reading);
        var report = launch.Pass(writing);
        var listener = 0;
        if (request.Profile.Egress)
        {
            var (ours, theirs) = Descriptor.Pair();
            launch.Listener = launch.Own(ours);
            listener = launch.Pass(theirs);
        }

        var stage = identity.Privileged ? new Stage(launch, identity) : null;
        var arguments = new BubblewrapArguments(request, identity, stage, launch);
        arguments.Project(protection, placed);
        var inner = Inner(request, protection, report, listener, launch.Group is not null);
        launch.Inner = inner;
        var image = launch.Pass(Descriptor.Memory("enter", inner.Image(), executable: true));
        var program = launch.Program;
        Steps.Begin(program, launch.Descriptors.Count);
        launch.Group?.AppendTo(program);
        if (stage is null && request.Review is { } review)
        {
            Overlay.AppendTo(program, review, request.Project, identity);
        }

        if (stage is not null)
        {
            stage.AppendTo(program);
            Steps.Become(program, identity);
        }

        Steps.DieWithParent(program);
        program.Call("bubblewrap", Syscall.Execve, program.Text(_program!), program.Texts(arguments.Finish(image)), program.Texts([]));
    }

    /// <summary>What happens inside, between bubblewrap and the command.</summary>
    private static SyscallProgram Inner(SandboxRequest request, Protection protection, int report, int listener, bool counted)
    {
        var program = new SyscallProgram();
        program.Call("report", Syscall.Dup2, report, SyscallProgram.Report);
        if (listener > 0)
        {
            Doorway.AppendTo(program, listener);
        }

        Steps.Begin(program, 0);
        ProcessLimits.AppendTo(program, request.Profile, counted);
        var rules = new LandlockRuleset(LandlockRuleset.Version)
            .Read("/").Write(request.Project).Write("/tmp").Write("/dev/shm").Write(request.Home).Devices("/dev").WriteOne("/proc");
        foreach (var folder in protection.Outside)
        {
            rules.Write(folder);
        }

        rules.AppendTo(program);
        Steps.Filter(program, SeccompFilter.Isolated(request.Profile.UnixSockets));
        program.Call("ready", Syscall.Write, SyscallProgram.Report, program.Zeros(16), 16);
        Steps.Execute(program, request.Command, request.Environment);
        return program;
    }

    private static bool Refuses(string file, string value) => File.Exists(file) && File.ReadAllText(file).Trim() == value;
}
