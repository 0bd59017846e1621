namespace Sallyport.Agents.Settings;

/// <summary>Hooks in a JSON file with one list for each event, as most agents have it.</summary>
/// <param name="agent">The agent's id.</param>
/// <param name="events">The events that are watched.</param>
public abstract class JsonHookSettings(string agent, params IReadOnlyList<string> events) : HookSettings
{
    private const string Group = "hooks";

    /// <summary>The entry of an event as JSON.</summary>
    protected abstract string Entry(string name, HookCall call);

    /// <summary>What an entry must hold so that it fails closed; empty when the agent offers nothing.</summary>
    protected abstract string Closed { get; }

    /// <summary>A member that the file must have beside the hooks, with its value; null for none.</summary>
    protected virtual (string Name, string Json)? Head => null;

    /// <inheritdoc/>
    public override string With(string? before, HookCall call, string file)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (before is not null && Complete(new JsonText(before, file), call))
        {
            return before;
        }

        var text = new JsonText(before, file);
        text.Remove(Group, item => Ours(text, item));
        if (Head is { } head)
        {
            text.Default(head.Name, head.Json);
        }

        foreach (var name in events)
        {
            text.Append(Group, name, Entry(name, call));
        }

        return text.Text;
    }

    /// <inheritdoc/>
    public override string? Without(string before, string file)
    {
        var text = new JsonText(before, file);
        return !text.Remove(Group, item => Ours(text, item)) ? before
            : text.At()!.Children.TrueForAll(c => c.Name == Head?.Name) ? null
            : text.Text;
    }

    /// <inheritdoc/>
    public override HookState Look(string text, string file)
    {
        var json = new JsonText(text, file);
        var gaps = new List<string>();
        var installed = false;
        foreach (var name in events)
        {
            if (Entry(json, name) is not { } entry)
            {
                gaps.Add($"no hook at {name}");
            }
            else
            {
                installed = true;
                if (Closed.Length > 0 && !Squeezed(json.Raw(entry)).Contains(Squeezed(Closed), StringComparison.Ordinal))
                {
                    gaps.Add($"the hook at {name} does not have {Closed}");
                }
            }
        }

        return new HookState(installed, gaps);
    }

    private bool Complete(JsonText text, HookCall call)
    {
        foreach (var name in events)
        {
            if (Entry(text, name) is not { } entry || Squeezed(text.Raw(entry)) != Squeezed(Entry(name, call)))
            {
                return false;
            }
        }

        return true;
    }

    private JsonNode? Entry(JsonText text, string name) =>
        text.At(Group, name) is { Kind: '[' } list ? list.Children.Find(item => Ours(text, item)) : null;

    private bool Ours(JsonText text, JsonNode item)
    {
        var raw = text.Raw(item);
        return raw.Contains("sallyport", StringComparison.Ordinal)
            && (raw.Contains($" hook {agent}", StringComparison.Ordinal) || raw.Contains($"/hook/{agent}", StringComparison.Ordinal));
    }

    private static string Squeezed(string json) => string.Concat(json.Where(c => !char.IsWhiteSpace(c)));
}
