using System.Runtime.CompilerServices;
using System.Text.Json;
using Sallyport.Agents.Protocol;

namespace Sallyport.Agents.Tests;

/// <summary>An event as an agent sends it; the files beside this one hold them.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Event">The event's name, as the settings name it.</param>
/// <param name="Input">What the agent sends.</param>
public sealed record Fixture(Agent Agent, string Title, string Event, string Input)
{
    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Fixtures");

    public static IReadOnlyList<Fixture> All { get; } = [.. AgentTable.All.SelectMany(Of)];

    /// <summary>The event as the gate is to see it.</summary>
    public HookEvent Read() => Agent.Read(JsonDocument.Parse(Input).RootElement, Event);

    public static IEnumerable<Fixture> Of(Agent agent)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, agent.Id + ".json")));
        return [.. file.RootElement.EnumerateArray().Select(row => new Fixture(
            agent, row.GetProperty("title").GetString()!, row.GetProperty("event").GetString()!, row.GetProperty("input").GetRawText()))];
    }

    public override string ToString() => $"{Agent.Id}: {Title}";

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
