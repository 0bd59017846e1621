using System.Text;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Commands.Initializing;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Engine;
using Sallyport.Engine.Configuration;

namespace Sallyport.Cli.Commands.Doctoring;

/// <summary><c>sallyport doctor</c>: what is installed, what is not, and what that means.</summary>
internal static class DoctorCommand
{
    public static readonly Command Row = new("doctor", "[sandbox]", "Say what is set up here, what is not, and whether it holds", Options, Run)
    {
        Words = ["sandbox"],
        Notes = "Exit codes: 0 everything that is set up holds, 1 a control that is set up does not hold",
    };

    private static Option[] Options() =>
    [
        new("profile", "NAME", "`doctor sandbox`: the profile to prove (default: default)"),
        new("backend", "NAME", "`doctor sandbox`: the backend to prove") { Words = Sandbox.SandboxRunner.Backends },
        new("image", "NAME", "`doctor sandbox`: the image for docker or podman"),
        new("report", "FILE", "`doctor sandbox`: write a signed report"),
    ];

    private static int Run(Given given, Terminal terminal)
    {
        switch (given.Operands)
        {
            case []:
                break;
            case ["sandbox"]:
                return SandboxDoctor.Run(given, terminal);
            default:
                throw new UserException($"`doctor` does not know `{given.Operands[0]}`", "write `sallyport doctor` or `sallyport doctor sandbox`");
        }

        var project = Project.Around(".", terminal.Folder, Setting.Files);
        var checks = new List<Check>
        {
            new(Check.Of.Holds, "sallyport", $"{VersionText.Current} on .NET {Environment.Version}"),
            Git(project),
            Rules(project, given, terminal),
            Configuration(given, terminal),
            Hook(project, terminal),
            Workflow(project),
            Baseline(project),
            Writable("cache", new UserFolders(terminal).Cache, "configuration and own rules are compiled anew in every run"),
            Writable("ledger", new UserFolders(terminal).State, "scans leave no entry"),
            new(Check.Of.Absent, "sandbox", "`sallyport run -- COMMAND` makes it for one command; `sallyport doctor sandbox` proves that it holds"),
        };
        checks.AddRange(AgentChecks.All(terminal));
        var broken = 0;
        foreach (var check in checks)
        {
            broken += check.State == Check.Of.Broken ? 1 : 0;
            terminal.Out.WriteLine($"{Word(check.State),-8} {check.Name,-16} {check.Detail}");
        }

        if (broken > 0)
        {
            terminal.Error.WriteLine();
            terminal.Error.WriteLine($"{broken} {(broken == 1 ? "control" : "controls")} set up here {(broken == 1 ? "does" : "do")} not hold");
        }

        return broken > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    private static string Word(Check.Of state) => state switch { Check.Of.Holds => "ok", Check.Of.Absent => "-", _ => "BROKEN" };

    private static Check Git(Project project) => GitProgram.Ask(project.Root, "--version") is { } version
        ? new(Check.Of.Holds, "git", version.Replace("git version ", "", StringComparison.Ordinal))
        : new(Check.Of.Absent, "git", "not installed: --staged, --diff and --history do not work");

    private static Check Rules(Project project, Given given, Terminal terminal) => Try("rules", () =>
    {
        var (rules, _) = Setting.LoadRules(project, !given.Has("untrusted"), terminal);
        var own = rules.Rules.Count - BuiltInRules.Load().Rules.Count;
        return $"{rules.Rules.Count} rules{(own > 0 ? $", {own} of your own" : "")}";
    });

    private static Check Configuration(Given given, Terminal terminal) => Try("configuration", () =>
    {
        var policy = Setting.Of(given, terminal).Policies.For("").Policy;
        var folders = new UserFolders(terminal);
        var layers = new List<string>();
        if (Setting.Files.Exists(folders.OrganisationPolicy))
        {
            layers.Add(folders.OrganisationPolicy);
        }

        if (folders.Policy is { } user && Setting.Files.Exists(user))
        {
            layers.Add(user);
        }

        return $"fails on {Core.Findings.Levels.Name(policy.FailOn)}; {(layers.Count > 0 ? "policy from " + string.Join(", ", layers) : "no policy of organisation or user")}";
    });

    private static Check Hook(Project project, Terminal terminal)
    {
        const string Name = "pre-commit hook";
        if (GitProgram.PreCommitHook(project.Root) is not { } path)
        {
            return new(Check.Of.Absent, Name, "no git repository here");
        }

        if (Setting.Files.Read(path) is not { } data || !HookFile.Has(Encoding.UTF8.GetString(data)))
        {
            return new(Check.Of.Absent, Name, "not installed: commits are not looked at; `sallyport init` installs it");
        }

        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & UnixFileMode.UserExecute) == 0
            ? new(Check.Of.Broken, Name, $"{path} is not executable, so git does not run it; `chmod +x` it")
            : OnPath(terminal) ? new(Check.Of.Holds, Name, "installed")
            : new(Check.Of.Broken, Name, "installed, but `sallyport` is not on the PATH, so every commit is refused");
    }

    private static bool OnPath(Terminal terminal)
    {
        foreach (var folder in (terminal.Environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Setting.Files.Exists(Path.Combine(folder, "sallyport")) || Setting.Files.Exists(Path.Combine(folder, "sallyport.exe")))
            {
                return true;
            }
        }

        return false;
    }

    private static Check Workflow(Project project) => Setting.Files.Exists(project.Full(".github/workflows/sallyport-scan.yml"))
        ? new(Check.Of.Holds, "CI", ".github/workflows/sallyport-scan.yml is there; whether it runs is known to GitHub only")
        : new(Check.Of.Absent, "CI", "no workflow of ours; `sallyport init` writes one");

    private static Check Baseline(Project project) => Try("baseline", () =>
        BaselineFile.Load(Setting.Files, project.Full(BaselineFile.Place)) is { } baseline ? $"{baseline.Entries.Count()} accepted" : "none");

    private static Check Writable(string name, string? folder, string otherwise)
    {
        if (folder is null)
        {
            return new(Check.Of.Absent, name, $"no home folder: {otherwise}");
        }

        try
        {
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            Setting.Files.Write(probe, []);
            Setting.Files.Delete(probe);
            return new(Check.Of.Holds, name, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(Check.Of.Absent, name, $"{folder} cannot be written: {otherwise}");
        }
    }

    private static Check Try(string name, Func<string> look)
    {
        try
        {
            return new(Check.Of.Holds, name, look());
        }
        catch (UserException e)
        {
            return new(Check.Of.Broken, name, e.Message);
        }
    }
}
