using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Sandbox;

namespace Sallyport.Cli.Commands.Running;

/// <summary>From the command line to what the sandbox is asked for.</summary>
internal static class Requests
{
    public static SandboxRequest Of(Given given, Terminal terminal, IReadOnlyList<string> command)
    {
        var folders = new UserFolders(terminal);
        var home = terminal.Environment("HOME") ?? throw new UserException("HOME is not set", "set it to your home folder, so that it can be kept out of the sandbox");
        var project = given.Value("project") is { } named
            ? ProjectFolder.Checked(Path.GetFullPath(named, terminal.Folder), home)
            : ProjectFolder.Around(terminal.Folder, home);
        var profile = new ProfileCatalogue(folders.Configuration is { } own ? Path.Combine(own, "sandbox") : null).Find(given.Value("profile") ?? "default");
        profile = given.Value("image") is { } image ? profile with { Image = image } : profile;
        var allowed = given.All("allow");
        if (allowed.Count > 0 || given.Has("credential") || given.Has("review")) // a review tells what network was wanted, too
        {
            profile = profile with { Egress = true, Allow = [.. profile.Allow, .. allowed] };
        }

        var left = new List<string>();
        var request = new SandboxRequest
        {
            Profile = profile,
            Project = project,
            Folder = terminal.Folder.StartsWith(project, StringComparison.Ordinal) ? terminal.Folder : project,
            Command = command,
            Home = home,
            Client = given.Value("backend") is "docker" or "podman" ? ClientVariables(terminal) : [],
            Review = given.Has("review") ? new ReviewFolder(Path.Combine(folders.State!, "sandbox"), project) : null,
            AtTerminal = !Console.IsInputRedirected,
            State = Path.Combine(folders.State!, "sandbox"),
            Environment = SandboxEnvironment.Choose(profile, Environment.GetEnvironmentVariables(), home, terminal.Folder, SecretValue.Is, left),
        };
        foreach (var name in left)
        {
            terminal.Error.WriteLine($"sallyport: {name} stays outside: its value looks like a secret");
        }

        return request;
    }

    private static List<string> ClientVariables(Terminal terminal)
    {
        var passed = new List<string>();
        foreach (var variable in (string[])["PATH", "HOME", "DOCKER_HOST", "DOCKER_CONFIG", "XDG_RUNTIME_DIR", "CONTAINER_HOST"])
        {
            if (terminal.Environment(variable) is { } value)
            {
                passed.Add($"{variable}={value}");
            }
        }

        return passed;
    }
}
