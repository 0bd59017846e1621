using System.Text.Json;
using Sallyport.Agents.Protocol;
using Sallyport.Agents.Settings;

namespace Sallyport.Agents;

/// <summary>One coding agent: how it tells its events, how it wants to be answered, and where its hooks are set.</summary>
public abstract class Agent
{
    /// <summary>The name on the command line.</summary>
    public abstract string Id { get; }

    /// <summary>The name that people know.</summary>
    public abstract string Title { get; }

    /// <summary>The program that is the agent, to tell its processes.</summary>
    public abstract IReadOnlyList<string> Programs { get; }

    /// <summary>Environment variables that the agent sets for what it runs.</summary>
    public virtual IReadOnlyList<string> Marks => [];

    /// <summary>How long the gate may take: well below the agent's own limit, at which some agents go ahead.</summary>
    public virtual TimeSpan Deadline => TimeSpan.FromSeconds(8);

    /// <summary>Where and how its hooks are set.</summary>
    public abstract HookSettings Settings { get; }

    /// <summary>Reads an event.</summary>
    /// <param name="input">What the agent sent.</param>
    /// <param name="named">The event that the command line names; empty when it names none.</param>
    /// <exception cref="HookInputException">It cannot be understood.</exception>
    public abstract HookEvent Read(JsonElement input, string named);

    /// <summary>Says a verdict as the agent wants to hear it.</summary>
    public abstract Reply Answer(HookEvent asked, HookVerdict verdict);

    /// <summary>Refuses an event that could not be judged, whatever it was.</summary>
    /// <param name="named">The event, as far as it is known; empty when it is not.</param>
    /// <param name="reason">Why.</param>
    public Reply Refuse(string named, string reason)
    {
        var asked = new HookEvent(Id, named, Moment(named) ?? HookMoment.BeforeTool) { TextIsJson = true, Text = "null" };
        var reply = Answer(asked, new HookVerdict(Core.Decisions.DecisionKind.Deny, reason));
        return reply with { Error = $"sallyport: {reason}\n", ExitCode = Reply.Blocks };
    }

    /// <summary>When an event of this name stands; null for one that is not known.</summary>
    public abstract HookMoment? Moment(string name);
}
