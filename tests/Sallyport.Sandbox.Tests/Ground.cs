namespace Sallyport.Sandbox;

/// <summary>A project, a home and a state folder of their own, and commands run in them.</summary>
internal sealed class Ground : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("sallyport-sandbox-").FullName;

    public Ground()
    {
        Project = Directory.CreateDirectory(Path.Combine(_root, "project")).FullName;
        Home = Directory.CreateDirectory(Path.Combine(_root, "home")).FullName;
        State = Directory.CreateDirectory(Path.Combine(_root, "state")).FullName;
    }

    public string Project { get; }

    public string Home { get; }

    public string State { get; }

    public List<string> Said { get; } = [];

    public string this[string file] => Path.Combine(Project, file);

    public SandboxRequest Request(SandboxProfile profile, params string[] command) => new()
    {
        Profile = profile,
        Project = Project,
        Folder = Project,
        Command = command,
        Home = Home,
        State = State,
        Environment = SandboxEnvironment.Choose(profile, new Dictionary<string, string>(), Home, Project, (_, _) => false, []),
    };

    public static SandboxProfile Profile(string name = "default") => new ProfileCatalogue(null).Find(name);

    public int Run(params string[] command) => Run(Profile(), null, command);

    public int Run(SandboxProfile profile, string? backend, params string[] command) => new SandboxRunner(TimeProvider.System, Said.Add).Run(Request(profile, command), backend);

    /// <summary>Runs a script of the shell, whose output goes to the file <c>out</c> of the project.</summary>
    public (int Code, string Output) Shell(string script, SandboxProfile? profile = null, string? backend = null)
    {
        File.WriteAllText(this["out"], "");
        var code = Run(profile ?? Profile(), backend, "/bin/sh", "-c", $"exec > out 2>&1\n{script}");
        return (code, File.ReadAllText(this["out"]));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
