using System.Text.Json;

namespace Sallyport.Agents.Protocol;

/// <summary>Reads the fields of an event. A field of another type than promised makes the event one that is not understood.</summary>
internal static class Fields
{
    public static string Text(JsonElement of, string name) => TextOrNull(of, name) ?? "";

    public static string? TextOrNull(JsonElement of, string name)
    {
        if (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new HookInputException($"`{name}` is no text");
    }

    public static string Needed(JsonElement of, string name) =>
        TextOrNull(of, name) is { Length: > 0 } text ? text : throw new HookInputException($"the event has no `{name}`");

    /// <summary>An object as JSON; an object inside a text (older agents) is taken out of it.</summary>
    public static JsonElement Object(JsonElement of, string name)
    {
        if (!of.TryGetProperty(name, out var value))
        {
            throw new HookInputException($"the event has no `{name}`");
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            try
            {
                using var inner = JsonDocument.Parse(value.GetString()!);
                value = inner.RootElement.Clone();
            }
            catch (JsonException e)
            {
                throw new HookInputException($"`{name}` is no JSON", e);
            }
        }

        return value.ValueKind == JsonValueKind.Object ? value : throw new HookInputException($"`{name}` is no object");
    }

    public static string Raw(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetRawText() : "null";

    /// <summary>The shell command among a tool's input; several words are joined as a shell would read them again.</summary>
    public static string? Command(JsonElement input, string name)
    {
        if (!input.TryGetProperty(name, out var value))
        {
            throw new HookInputException($"the shell's input has no `{name}`");
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => ShellWords.Join(value.EnumerateArray().Select(w =>
                w.ValueKind == JsonValueKind.String ? w.GetString()! : throw new HookInputException($"`{name}` holds what is no text"))),
            _ => throw new HookInputException($"`{name}` is no command"),
        };
    }
}
