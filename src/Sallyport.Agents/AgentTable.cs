namespace Sallyport.Agents;

/// <summary>The agents that Sallyport knows: one for each folder of this project.</summary>
public static partial class AgentTable
{
    /// <summary>Every agent, in order of their names.</summary>
    public static IReadOnlyList<Agent> All { get; } = [.. Make().OrderBy(a => a.Id, StringComparer.Ordinal)];

    /// <summary>The agent of a name; null when there is none.</summary>
    public static Agent? Find(string id)
    {
        foreach (var agent in All)
        {
            if (agent.Id == id)
            {
                return agent;
            }
        }

        return null;
    }
}
