using System.Text.Json;
using Sallyport.Agents;
using Sallyport.Agents.Protocol;
using Sallyport.Core.Ledger;
using Sallyport.Engine.Configuration;
using Sallyport.Engine.Hooks;

namespace Sallyport.Engine.Tests.Hooks;

/// <summary>A home, a project and the agents' gate over them, gone when the test ends.</summary>
internal sealed class HookBench : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-hooks-").FullName;

    public HookBench()
    {
        Directory.CreateDirectory(Path.Combine(Root, ".git"));
        Directory.CreateDirectory(Home);
        Folders = new UserFolders(name => name == "HOME" ? Home : null, _ => false);
        Gate = Open();
    }

    public string Root => Path.Combine(_folder, "shop");

    public string Home => Path.Combine(_folder, "home");

    public MovableTime Time { get; } = new();

    public UserFolders Folders { get; }

    public HookGate Gate { get; private set; }

    public ProjectGate Project => Gate.For(Root);

    public IReadOnlyList<LedgerEntry> Ledger => [.. Project.History];

    public void Restart() => Gate = Open();

    public HookBench Policy(string yaml)
    {
        Directory.CreateDirectory(Path.Combine(Home, ".config/sallyport"));
        File.WriteAllText(Path.Combine(Home, ".config/sallyport/policy.yml"), yaml);
        return this;
    }

    /// <summary>A shell command of Claude Code.</summary>
    public HookVerdict Command(string command, string session = "s-1", string? folder = null, bool attended = true) =>
        Gate.Decide(Event("PreToolUse", "Bash", session, folder) with { Command = command, Input = Json("command", command), PersonAnswers = attended }, new Caller("ada", 0));

    public HookVerdict Tell(HookEvent asked) => Gate.Decide(asked, new Caller("ada", 0));

    public HookEvent Event(string name, string tool = "", string session = "s-1", string? folder = null) =>
        new("claude-code", name, AgentTable.Find("claude-code")!.Moment(name)!.Value) { Session = session, Folder = folder ?? Root, Tool = tool, Call = "t-1" };

    public static string Json(string name, string value) => $"{{\"{name}\":{JsonSerializer.Serialize(value)}}}";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private HookGate Open() => new(new HookSetting(Folders, Time, "1.0"));
}
