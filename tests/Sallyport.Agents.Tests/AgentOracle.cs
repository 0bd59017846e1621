using System.Text.Json;
using Sallyport.Agents.Protocol;

namespace Sallyport.Agents.Tests;

/// <summary>What each agent makes of an answer, written down from its documentation (docs/hooks.md) and not from our adapters: the worse reading wherever it is unclear.</summary>
internal static class AgentOracle
{
    public static Effect Of(Fixture fixture, Reply reply)
    {
        var moment = fixture.Read().Moment;
        if (reply.ExitCode == 2 && fixture.Agent.Id != "opencode")
        {
            // What Copilot sends after a failed hook at a prompt or result is decided by the body.
            return fixture.Agent.Id == "copilot-cli" && moment is HookMoment.AfterTool or HookMoment.Prompt ? Body(fixture, moment, reply) : Effect.Stops;
        }

        return reply.ExitCode is not 0 and not 2 ? Effect.GoesOn : Body(fixture, moment, reply);
    }

    private static Effect Body(Fixture fixture, HookMoment moment, Reply reply)
    {
        JsonElement body;
        try
        {
            body = JsonDocument.Parse(reply.Output).RootElement;
        }
        catch (JsonException)
        {
            return fixture.Agent.Id == "opencode" ? Effect.Stops : Effect.GoesOn;
        }

        return fixture.Agent.Id switch
        {
            "claude-code" => Claude(body),
            "copilot-cli" => Copilot(body),
            "codex" => Codex(body),
            "gemini-cli" => Gemini(body),
            "cursor" => Cursor(fixture.Event, body),
            _ => OpenCode(body, reply.ExitCode),
        };
    }

    private static Effect Claude(JsonElement body)
    {
        if (Is(body, "continue", false) || Text(body, "decision") == "block")
        {
            return Effect.Stops;
        }

        if (!body.TryGetProperty("hookSpecificOutput", out var special))
        {
            return Effect.GoesOn;
        }

        if (special.TryGetProperty("decision", out var permission))
        {
            return Text(permission, "behavior") == "deny" ? Effect.Stops : Effect.GoesOnUnasked;
        }

        return Text(special, "permissionDecision") switch
        {
            "deny" => Effect.Stops,
            "ask" => Effect.Asks,
            _ when special.TryGetProperty("updatedInput", out _) || special.TryGetProperty("updatedToolOutput", out _) || special.TryGetProperty("updatedMCPToolOutput", out _) => Effect.GoesOnChanged,
            "allow" => Effect.GoesOnUnasked,
            _ => Effect.GoesOn,
        };
    }

    private static Effect Copilot(JsonElement body) => Text(body, "permissionDecision") switch
    {
        "deny" => Effect.Stops,
        "ask" => Effect.Asks,
        "allow" => Effect.GoesOnUnasked,
        _ when Text(body, "decision") == "block" || Text(body, "behavior") == "deny" => Effect.Stops,
        _ when body.TryGetProperty("modifiedResult", out var result) => Text(result, "resultType") == "failure" ? Effect.Stops : Effect.GoesOnChanged,
        _ => body.TryGetProperty("modifiedPrompt", out _) ? Effect.GoesOnChanged : Effect.GoesOn,
    };

    // An answer that Codex does not support is reported and ignored.
    private static Effect Codex(JsonElement body)
    {
        if (Text(body, "decision") == "block" || (Is(body, "continue", false) && !body.TryGetProperty("hookSpecificOutput", out _)))
        {
            return Effect.Stops;
        }

        if (!body.TryGetProperty("hookSpecificOutput", out var special))
        {
            return Effect.GoesOn;
        }

        if (special.TryGetProperty("decision", out var permission))
        {
            return Text(permission, "behavior") == "deny" ? Effect.Stops : Effect.GoesOnUnasked;
        }

        return Text(special, "permissionDecision") switch
        {
            "deny" when Text(special, "permissionDecisionReason").Length > 0 => Effect.Stops,
            "allow" when special.TryGetProperty("updatedInput", out _) => Effect.GoesOnChanged,
            _ => Effect.GoesOn,
        };
    }

    private static Effect Gemini(JsonElement body) => Text(body, "decision") is "deny" or "block" || Is(body, "continue", false) ? Effect.Stops
        : body.TryGetProperty("hookSpecificOutput", out _) ? Effect.GoesOnChanged
        : Effect.GoesOn;

    private static Effect Cursor(string name, JsonElement body)
    {
        if (Is(body, "continue", false))
        {
            return Effect.Stops;
        }

        if (name is "postToolUse")
        {
            return body.TryGetProperty("updated_mcp_tool_output", out _) ? Effect.GoesOnChanged : Effect.GoesOn;
        }

        return Text(body, "permission") switch
        {
            "deny" => Effect.Stops,
            "ask" => Effect.Asks,
            "allow" => Effect.GoesOn,
            _ => name is "sessionStart" or "sessionEnd" or "beforeSubmitPrompt" ? Effect.GoesOn : Effect.Stops,
        };
    }

    // Our plugin throws on anything but these.
    private static Effect OpenCode(JsonElement body, int exitCode) => exitCode != 0 ? Effect.Stops : Text(body, "decision") switch
    {
        "allow" => Effect.GoesOn,
        "ask" => Effect.Asks,
        "rewrite" => Effect.GoesOnChanged,
        _ => Effect.Stops,
    };

    private static string Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static bool Is(JsonElement of, string name, bool value) => of.TryGetProperty(name, out var said) && said.ValueKind == (value ? JsonValueKind.True : JsonValueKind.False);
}
