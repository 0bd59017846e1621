using System.Text.Json;

namespace Sallyport.Agents.Protocol;

/// <summary>One event taken from its bytes to its answer. Whatever goes wrong on the way is a refusal with its reason.</summary>
/// <param name="agent">Who asks.</param>
/// <param name="decide">Judges an event.</param>
/// <param name="time">The clock of the deadline.</param>
public sealed class HookTurn(Agent agent, Func<HookEvent, HookVerdict> decide, TimeProvider time)
{
    /// <summary>The longest event that is read. A longer one is refused whole: what was cut could hold what matters.</summary>
    public const int Longest = 16 << 20;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 96 };

    /// <summary>Answers an event.</summary>
    /// <param name="named">The event that the command line or the address names; empty for none.</param>
    /// <param name="body">What the agent sent.</param>
    public Reply Take(string named, ReadOnlyMemory<byte> body) => TakeAsync(named, body).GetAwaiter().GetResult();

    /// <summary>Answers an event without holding a thread while it is judged.</summary>
    /// <param name="named">The event that the command line or the address names; empty for none.</param>
    /// <param name="body">What the agent sent.</param>
    public async Task<Reply> TakeAsync(string named, ReadOnlyMemory<byte> body)
    {
        var about = named;
        try
        {
            if (body.Length > Longest)
            {
                throw new HookInputException($"the event is longer than {Longest >> 20} MiB");
            }

            using var json = JsonDocument.Parse(body, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new HookInputException("the event is no JSON object");
            }

            var asked = agent.Read(json.RootElement, named);
            about = asked.Name;
            if (named.Length > 0 && named != asked.Name)
            {
                throw new HookInputException($"the hook stands at {named} and the event says it is {asked.Name}");
            }

            return agent.Answer(asked, await Task.Run(() => decide(asked)).WaitAsync(agent.Deadline, time).ConfigureAwait(false));
        }
        catch (Exception e) when (e is JsonException or HookInputException)
        {
            return agent.Refuse(about, $"this event cannot be understood, so it is refused: {e.Message}");
        }
        catch (TimeoutException)
        {
            return agent.Refuse(about, $"there was no decision within {agent.Deadline.TotalSeconds:0} seconds, so this is refused");
        }
#pragma warning disable CA1031 // An enforcing door refuses what it cannot decide, whatever the reason.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return agent.Refuse(about, $"the gate failed, so this is refused: {e.GetBaseException().Message}");
        }
    }
}
