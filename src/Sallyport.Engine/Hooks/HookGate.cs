using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Sallyport.Agents.Protocol;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Decisions;
using Sallyport.Engine.Approvals;
using Sallyport.Engine.Configuration;
using Sallyport.Sources.Files;

namespace Sallyport.Engine.Hooks;

/// <summary>Judges the events of agents: gate, halt, approvals and record, for every project that an agent works in.</summary>
public sealed class HookGate(HookSetting setting)
{
    private static readonly DiskFiles Files = new();
    private readonly ConcurrentDictionary<string, ProjectGate> _projects = new(StringComparer.Ordinal);

    /// <summary>The gate of the project around a folder, under the policy as it is now.</summary>
    public ProjectGate For(string folder)
    {
        var root = Project.Around(".", folder, Files).Root;
        if (_projects.TryGetValue(root, out var known) && known.Stamp == ProjectGate.StampOf(setting.Folders))
        {
            return known;
        }

        return _projects[root] = ProjectGate.Load(root, setting);
    }

    /// <summary>Every project in which anything has ever waited for a person.</summary>
    public IEnumerable<ProjectGate> Known()
    {
        if (setting.Folders.State is not { } state)
        {
            yield break;
        }

        foreach (var file in Files.Below(Path.Combine(state, "approvals"), "/" + ProjectGate.RootName))
        {
            if (Files.Read(file) is { } root && Files.IsFolder(Encoding.UTF8.GetString(root)))
            {
                yield return For(Encoding.UTF8.GetString(root));
            }
        }
    }

    /// <summary>Judges an event.</summary>
    public HookVerdict Decide(HookEvent asked, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!Path.IsPathRooted(asked.Folder))
        {
            throw new HookInputException($"the folder `{asked.Folder}` is no full path");
        }

        var project = For(Path.GetFullPath(asked.Folder));
        if (asked.Moment is HookMoment.SessionStart or HookMoment.BeforeTool && Agents.AgentTable.Find(asked.Agent) is { } agent)
        {
            AgentProcesses.Note(setting.Folders, agent, asked.Session, caller);
        }

        var turn = new ProjectTurn(project, asked, caller, setting.Folders.Home ?? "");
        return turn.Decide();
    }

    /// <summary>The artifact of an action: a shell's command, or the call of any other tool.</summary>
    internal static Artifact ActionOf(HookEvent asked, string root, string home)
    {
        var scene = new Scene(asked.Folder, root) { Home = home, Session = asked.Session, Files = Files };
        return asked.Command is { } command
            ? new Artifact("<command>", Encoding.UTF8.GetBytes(command), ArtifactKind.Command, Origin.Assistant) { Scene = scene }
            : new Artifact("<tool call>", Encoding.UTF8.GetBytes($"{{\"tool\":\"{JsonEncodedText.Encode(asked.Tool)}\",\"input\":{asked.Input}}}"), ArtifactKind.ToolCall, Origin.Assistant) { Scene = scene };
    }
}
