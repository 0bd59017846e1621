using System.Text.Json;
using Sallyport.Agents.Protocol;
using Sallyport.Agents.Settings;
using Sallyport.Core.Decisions;

namespace Sallyport.Agents.Cursor;

/// <summary>Cursor. With <c>failClosed</c> a hook that says nothing is refused, so an allowance is always spoken.</summary>
internal sealed class CursorAgent : Agent
{
    public override string Id => "cursor";

    public override string Title => "Cursor";

    public override IReadOnlyList<string> Programs => ["cursor", "cursor-agent"];

    public override IReadOnlyList<string> Marks => ["CURSOR_AGENT", "CURSOR_TRACE_ID"];

    public override HookSettings Settings { get; } = new CursorSettings();

    public override HookMoment? Moment(string name) => name switch
    {
        "beforeShellExecution" or "beforeMCPExecution" or "beforeReadFile" or "preToolUse" => HookMoment.BeforeTool,
        "postToolUse" or "postToolUseFailure" => HookMoment.AfterTool,
        "beforeSubmitPrompt" => HookMoment.Prompt,
        "sessionStart" => HookMoment.SessionStart,
        "sessionEnd" => HookMoment.SessionEnd,
        _ => null,
    };

    public override HookEvent Read(JsonElement input, string named)
    {
        var name = Fields.Needed(input, "hook_event_name");
        var moment = Moment(name) ?? throw new HookInputException($"there is no event `{name}`");
        var read = new HookEvent(Id, name, moment) { Session = Fields.Text(input, "conversation_id"), Folder = Folder(input), Call = Fields.Text(input, "tool_use_id"), PersonAnswers = true };
        switch (name)
        {
            case "beforeShellExecution":
                return read with { Tool = "Shell", Command = Fields.Needed(input, "command"), Input = Json.Object(w => w.WriteString("command", Fields.Needed(input, "command"))) };
            case "beforeMCPExecution":
                return read with { Tool = "MCP:" + Fields.Needed(input, "tool_name"), Input = Fields.Object(input, "tool_input").GetRawText() };
            case "beforeReadFile":
                // What a file holds goes to the model: it is a result before the fact.
                return read with { Tool = "Read", Moment = HookMoment.AfterTool, Text = Fields.Text(input, "content"), Input = Json.Object(w => w.WriteString("file_path", Fields.Needed(input, "file_path"))) };
            case "beforeSubmitPrompt":
                return read with { Text = Fields.TextOrNull(input, "prompt") ?? throw new HookInputException("the event has no `prompt`") };
            case "preToolUse" or "postToolUse" or "postToolUseFailure":
                var tool = Fields.Needed(input, "tool_name");
                var given = Fields.Object(input, "tool_input");
                var used = read with { Tool = tool, Input = given.GetRawText(), Command = tool is "Shell" or "Bash" ? Fields.Command(given, "command") : null };
                return moment == HookMoment.BeforeTool ? used : used with { Text = Fields.Raw(input, name == "postToolUse" ? "tool_output" : "error_message"), TextIsJson = true };
            default:
                return read;
        }
    }

    public override Reply Answer(HookEvent asked, HookVerdict verdict) => Reply.Of(Json.Object(writer =>
    {
        switch (asked.Name)
        {
            case "beforeSubmitPrompt":
                writer.WriteBoolean("continue", verdict.Kind == DecisionKind.Allow);
                if (verdict.Kind != DecisionKind.Allow)
                {
                    writer.WriteString("user_message", PromptText.Refusal(verdict));
                }

                break;
            case "postToolUse" or "postToolUseFailure":
                if (verdict.Kind != DecisionKind.Allow)
                {
                    writer.WritePropertyName("updated_mcp_tool_output");
                    writer.WriteRawValue(verdict is { Kind: DecisionKind.Rewrite, Rewritten: { } rewritten } ? rewritten : Json.Withheld(asked.Text, $"[withheld by Sallyport: {verdict.Reason}]"));
                    writer.WriteString("additional_context", verdict.Reason);
                }

                break;
            case "sessionStart" or "sessionEnd":
                writer.WriteBoolean("continue", verdict.Kind == DecisionKind.Allow);
                if (verdict.Kind != DecisionKind.Allow)
                {
                    writer.WriteString("user_message", verdict.Reason);
                }

                break;
            default:
                Permission(writer, asked, verdict);
                break;
        }
    }));

    private static void Permission(Utf8JsonWriter writer, HookEvent asked, HookVerdict verdict)
    {
        // Only preToolUse takes a new input; a file is read whole or not at all.
        var rewrite = verdict is { Kind: DecisionKind.Rewrite, Rewritten: not null } && asked.Name == "preToolUse";
        var word = verdict.Kind == DecisionKind.Allow ? "allow" : rewrite || (verdict.Kind == DecisionKind.Ask && asked.Name != "beforeReadFile") ? "ask" : "deny";
        writer.WriteString("permission", word);
        if (word != "allow")
        {
            writer.WriteString("user_message", verdict.Reason);
            writer.WriteString("agent_message", verdict.Reason);
        }

        if (rewrite)
        {
            writer.WritePropertyName("updated_input");
            writer.WriteRawValue(verdict.Rewritten!);
        }
    }

    private static string Folder(JsonElement input)
    {
        if (Fields.Text(input, "cwd") is { Length: > 0 } folder)
        {
            return folder;
        }

        return input.TryGetProperty("workspace_roots", out var roots) && roots.ValueKind == JsonValueKind.Array && roots.GetArrayLength() > 0 && roots[0].ValueKind == JsonValueKind.String
            ? roots[0].GetString()!
            : throw new HookInputException("the event names no folder");
    }
}
