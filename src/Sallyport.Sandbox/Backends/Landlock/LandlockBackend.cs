using System.Globalization;
using Sallyport.Core;
using Sallyport.Sandbox.Landlock;
using Sallyport.Sandbox.Limits;
using Sallyport.Sandbox.Native;
using Sallyport.Sandbox.Projects;
using Sallyport.Sandbox.Seccomp;

namespace Sallyport.Sandbox.Backends.Landlock;

/// <summary>Landlock and seccomp alone, where namespaces are refused: less works inside (no sockets, no new entries at the top of the project, git read-only), nothing more gets out.</summary>
internal sealed class LandlockBackend : ISandboxBackend
{
    private const string Hint = "ask for `--backend bubblewrap`, or docker, which need less of the kernel";

    public string Name => "landlock";

    public string Machinery => string.Create(CultureInfo.InvariantCulture, $"landlock {LandlockRuleset.Version}");

    public Availability Check(SandboxRequest request)
    {
        if (LandlockRuleset.Version < LandlockRuleset.Scopes)
        {
            return new Availability($"Landlock of this kernel (version {LandlockRuleset.Version}) does not keep signals and sockets inside; version {LandlockRuleset.Scopes} does (Linux 6.12)", Hint);
        }

        if (request.Profile.Egress)
        {
            return new Availability("Landlock tells ports apart, not hosts, so that it cannot hold an allow-list", Hint);
        }

        return request.Review is not null ? new Availability("a review needs an overlay, and an overlay a namespace", Hint)
            : Identity.For(request.Project).Mapped ? new Availability("the project belongs to root, and without namespaces only root could write it", "give the project to a user (`chown -R`), or ask for `--backend bubblewrap`")
            : Availability.Yes;
    }

    public Launch Prepare(SandboxRequest request)
    {
        var launch = new Launch { Program = new SyscallProgram() };
        try
        {
            Build(launch, request, Identity.For(request.Project));
            return launch;
        }
        catch
        {
            launch.Dispose();
            throw;
        }
    }

    private static void Build(Launch launch, SandboxRequest request, Identity identity)
    {
        var scratch = launch.Own(new ScratchFolder(identity));
        launch.Group = ControlGroup.Make(request.Profile);
        if (launch.Group is { } group)
        {
            launch.Own(group);
        }

        launch.Command = request.Command[0];
        var program = launch.Program;
        var (wait, hold) = Descriptor.Pipe();
        launch.Lifeline = hold;
        var lifeline = launch.Pass(wait);
        var (ended, done) = Descriptor.Pipe();
        launch.Ended = launch.Own(ended);
        var ending = launch.Pass(done);
        Steps.Begin(program, launch.Descriptors.Count);
        launch.Group?.AppendTo(program);
        if (identity.Privileged)
        {
            Steps.Become(program, identity);
        }

        Steps.DieWithParent(program);
        program.Call("folder", Syscall.Chdir, program.Text(request.Folder));
        LandlockRuleset.AppendScope(program);
        Watchdog.AppendTo(program, lifeline, ending);
        ProcessLimits.AppendTo(program, request.Profile, launch.Group is not null);
        Rules(request, scratch.Path).AppendTo(program);
        Steps.Filter(program, SeccompFilter.Shared());
        Steps.Execute(program, request.Command, Environment(request, scratch.Path));
    }

    private static LandlockRuleset Rules(SandboxRequest request, string scratch)
    {
        var rules = new LandlockRuleset(LandlockRuleset.Version);
        foreach (var folder in (string[])["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/opt", "/nix", "/gnu/store", request.Project])
        {
            rules.Read(folder);
        }

        foreach (var name in (string[])["ssl", "pki", "alternatives", "dotnet", "perl", "python3", "vim", "fonts", "terminfo"])
        {
            rules.Read("/etc/" + name);
        }

        foreach (var file in (string[])["/etc/ld.so.cache", "/etc/localtime", "/etc/os-release", "/etc/passwd", "/etc/group", "/etc/nsswitch.conf", "/etc/mime.types", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/uptime", "/proc/loadavg", "/proc/version", "/proc/filesystems"])
        {
            rules.ReadOne(file);
        }

        foreach (var device in (string[])["null", "zero", "full", "random", "urandom", "tty"])
        {
            rules.WriteOne("/dev/" + device);
        }

        foreach (var path in request.Profile.Read)
        {
            var full = path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(request.Home, path[2..]) : path;
            _ = Directory.Exists(full) ? rules.Read(full) : rules.ReadOne(full);
        }

        Writable(rules, request.Project, Protection.Of(request.Project, request.Profile));
        return rules.Write(scratch);
    }

    /// <summary>Landlock only adds rights, so what is writable is named piece by piece around what is not.</summary>
    private static void Writable(LandlockRuleset rules, string folder, Protection protection)
    {
        const int Most = 4096;
        var count = 0;
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
        {
            if (++count > Most)
            {
                throw new UserException($"`{folder}` has more than {Most} entries, each of which Landlock needs a rule for", Hint);
            }

            if (protection.ReadOnly.Contains(entry) || Path.GetFileName(entry) == ".git" || FileOwner.Of(entry) is not { } found || found.IsLink)
            {
                continue;
            }

            if (protection.Anchors.Contains(entry))
            {
                Writable(rules, entry, protection);
            }
            else if (found.IsFolder)
            {
                rules.Write(entry);
            }
            else if (found.IsFile)
            {
                rules.WriteOne(entry);
            }
        }
    }

    private static List<string> Environment(SandboxRequest request, string scratch)
    {
        var changed = new List<string>();
        foreach (var variable in request.Environment)
        {
            changed.Add(variable.StartsWith("HOME=", StringComparison.Ordinal) ? "HOME=" + scratch : variable.StartsWith("TMPDIR=", StringComparison.Ordinal) ? "TMPDIR=" + scratch : variable);
        }

        changed.Add("GIT_CONFIG_NOSYSTEM=1"); // /etc/gitconfig is refused even where it does not exist
        return changed;
    }
}
