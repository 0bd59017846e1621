using System.Globalization;
using Sallyport.Sandbox.Backends.Landlock;
using Sallyport.Sandbox.Landlock;
using Sallyport.Sandbox.Limits;
using Sallyport.Sandbox.Native;
using Sallyport.Sandbox.Projects;
using Sallyport.Sandbox.Seccomp;

namespace Sallyport.Sandbox.Backends.Containers;

/// <summary>A container of Docker or Podman: read-only root, no capabilities, no network, an ordinary user; inside, before the command, our own limits, Landlock and seccomp.</summary>
internal sealed class ContainerBackend(string name) : ISandboxBackend
{
    private const string Enter = "/.sallyport-enter";
    private const string Lifeline = "/.sallyport-lifeline";
    private readonly string? _program = Program(name);

    public string Name => name;

    public string Machinery => _program is null ? "" : $"{_program} {File.GetLastWriteTimeUtc(_program).Ticks}";

    public Availability Check(SandboxRequest request)
    {
        if (_program is null)
        {
            return new Availability($"{name} is not installed", $"install {name}");
        }

        if (request.Profile.Image.Length == 0)
        {
            return new Availability($"no image is named for {name}", "give one with --image, or let a profile of yours say `image: NAME`; it has to be here already");
        }

        return LandlockRuleset.Version < LandlockRuleset.Scopes ? new Availability($"Landlock of this kernel (version {LandlockRuleset.Version}) cannot keep the command from ending its watchdog; version {LandlockRuleset.Scopes} can (Linux 6.12)", "ask for `--backend bubblewrap`")
            : request.Profile.Egress ? new Availability($"the egress proxy is not led into {name} yet", "ask for `--backend bubblewrap`")
            : request.Review is not null ? new Availability($"a review is not made with {name} yet", "ask for `--backend bubblewrap`")
            : Identity.For(request.Project).Mapped ? new Availability("the project belongs to root, and the command does not run as root", "give the project to a user (`chown -R`), or ask for `--backend bubblewrap`")
            : name == "docker" && !Path.Exists("/var/run/docker.sock") && !request.Client.Any(v => v.StartsWith("DOCKER_HOST=", StringComparison.Ordinal))
                ? new Availability("no Docker daemon answers here: /var/run/docker.sock is missing", "start Docker, or ask for `--backend podman`")
            : Availability.Yes;
    }

    public Launch Prepare(SandboxRequest request)
    {
        var launch = new Launch { Program = new SyscallProgram() };
        try
        {
            var protection = Protection.Of(request.Project, request.Profile);
            var placed = new List<string>();
            launch.Own(Placeholders.Make(request.State, request.Project, protection.Missing, placed));
            var enter = launch.Own(new EntryFile(request.State, Inner(request, protection).Image()));
            var program = launch.Program;
            Steps.Begin(program, 0);
            program.Call(name, Syscall.Execve, program.Text(_program!), program.Texts(Arguments(request, protection, placed, enter)), program.Texts(request.Client));
            return launch;
        }
        catch
        {
            launch.Dispose();
            throw;
        }
    }

    /// <summary>The command line of the container's client.</summary>
    internal List<string> Arguments(SandboxRequest request, Protection protection, List<string> placed, EntryFile enter)
    {
        var identity = Identity.For(request.Project);
        var profile = request.Profile;
        var scratch = profile.Scratch.ToString(CultureInfo.InvariantCulture);
        var arguments = new List<string>
        {
            name, "run", "--rm", "--interactive", "--init", "--pull", "never", "--network", "none", "--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--ipc", "private",
            "--user", $"{identity.User}:{identity.Group}", "--hostname", "sandbox", "--workdir", request.Folder, "--entrypoint", Enter,
            "--pids-limit", profile.Processes.ToString(CultureInfo.InvariantCulture), "--memory", profile.Memory.ToString(CultureInfo.InvariantCulture), "--memory-swap", profile.Memory.ToString(CultureInfo.InvariantCulture),
            "--tmpfs", $"/tmp:rw,nosuid,nodev,size={scratch},mode=1777", "--tmpfs", $"{request.Home}:rw,nosuid,nodev,size={scratch},mode=0700,uid={identity.User},gid={identity.Group}",
            "--volume", $"{enter.Path}:{Enter}:ro", "--volume", $"{enter.Lifeline}:{Lifeline}:ro", "--volume", $"{request.Project}:{request.Project}:rw",
        };
        if (name == "podman" && !identity.Privileged)
        {
            arguments.AddRange(["--userns", "keep-id"]);
        }

        if (request.AtTerminal)
        {
            arguments.Add("--tty");
        }

        foreach (var anchor in protection.Anchors)
        {
            arguments.AddRange(["--volume", $"{anchor}:{anchor}:rw"]);
        }

        foreach (var path in (List<string>)[.. protection.ReadOnly, .. placed])
        {
            arguments.AddRange(["--volume", $"{path}:{path}:ro"]);
        }

        arguments.Add(profile.Image);
        return arguments;
    }

    private static SyscallProgram Inner(SandboxRequest request, Protection protection)
    {
        var program = new SyscallProgram();
        program.Call("close descriptors", Syscall.CloseRange, SyscallProgram.Report, int.MaxValue, 0);
        LandlockRuleset.AppendScope(program);
        Watchdog.AppendTo(program, Lifeline);
        ProcessLimits.AppendTo(program, request.Profile, counted: true);
        var rules = new LandlockRuleset(LandlockRuleset.Version).Read("/").Write(request.Project).Write("/tmp").Write("/dev/shm").Write(request.Home).Devices("/dev").WriteOne("/proc");
        foreach (var folder in protection.Outside)
        {
            rules.Write(folder);
        }

        rules.AppendTo(program);
        Steps.Filter(program, SeccompFilter.Isolated(request.Profile.UnixSockets));
        Steps.Execute(program, request.Command, request.Environment);
        return program;
    }

    private static string? Program(string name) =>
        Array.Find(["/usr/bin/" + name, "/usr/local/bin/" + name, "/bin/" + name], File.Exists);
}
