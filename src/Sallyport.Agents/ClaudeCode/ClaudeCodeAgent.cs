using System.Text.Json;
using Sallyport.Agents.Protocol;
using Sallyport.Agents.Settings;
using Sallyport.Core.Decisions;

namespace Sallyport.Agents.ClaudeCode;

/// <summary>Claude Code. An answer of <c>{}</c> leaves its own permission rules in force; <c>allow</c> would skip them.</summary>
internal sealed class ClaudeCodeAgent : Agent
{
    /// <summary>Permission modes in which nobody is asked, or something else than a person answers.</summary>
    private static readonly string[] Unattended = ["bypassPermissions", "dontAsk", "auto"];

    public override string Id => "claude-code";

    public override string Title => "Claude Code";

    public override IReadOnlyList<string> Programs => ["claude", "claude-code"];

    public override IReadOnlyList<string> Marks => ["CLAUDECODE", "CLAUDE_CODE_ENTRYPOINT"];

    public override HookSettings Settings { get; } = new ClaudeCodeSettings();

    public override HookMoment? Moment(string name) => name switch
    {
        "PreToolUse" => HookMoment.BeforeTool,
        "PermissionRequest" => HookMoment.Permission,
        "PostToolUse" or "PostToolUseFailure" => HookMoment.AfterTool,
        "UserPromptSubmit" => HookMoment.Prompt,
        "SessionStart" => HookMoment.SessionStart,
        "SessionEnd" => HookMoment.SessionEnd,
        _ => null,
    };

    public override HookEvent Read(JsonElement input, string named)
    {
        var name = Fields.Needed(input, "hook_event_name");
        var moment = Moment(name) ?? throw new HookInputException($"there is no event `{name}`");
        var read = new HookEvent(Id, name, moment)
        {
            Session = Fields.Text(input, "session_id"),
            Folder = Fields.Needed(input, "cwd"),
            Call = Fields.Text(input, "tool_use_id"),
            PersonAnswers = !Unattended.Contains(Fields.Text(input, "permission_mode")),
        };
        if (moment is HookMoment.BeforeTool or HookMoment.Permission or HookMoment.AfterTool)
        {
            var tool = Fields.Needed(input, "tool_name");
            var given = Fields.Object(input, "tool_input");
            read = read with { Tool = tool, Input = given.GetRawText(), Command = tool is "Bash" or "PowerShell" ? Fields.Command(given, "command") : null };
        }

        return moment switch
        {
            HookMoment.AfterTool => read with { Text = Fields.Raw(input, name == "PostToolUse" ? "tool_response" : "error"), TextIsJson = true },
            HookMoment.Prompt => read with { Text = Fields.TextOrNull(input, "prompt") ?? throw new HookInputException("the event has no `prompt`") },
            _ => read,
        };
    }

    public override Reply Answer(HookEvent asked, HookVerdict verdict)
    {
        if (verdict is { Kind: DecisionKind.Allow, Approved: false })
        {
            return Reply.Of("{}");
        }

        return Reply.Of(Json.Object(writer =>
        {
            if (verdict.Halted)
            {
                writer.WriteBoolean("continue", false);
                writer.WriteString("stopReason", verdict.Reason);
            }

            switch (asked.Moment)
            {
                case HookMoment.BeforeTool:
                    BeforeTool(writer, asked, verdict);
                    break;
                case HookMoment.Permission:
                    Permission(writer, verdict);
                    break;
                case HookMoment.AfterTool:
                    AfterTool(writer, asked, verdict);
                    break;
                case HookMoment.Prompt when verdict.Kind != DecisionKind.Allow:
                    writer.WriteString("decision", "block");
                    writer.WriteString("reason", PromptText.Refusal(verdict));
                    writer.WriteBoolean("suppressOriginalPrompt", true);
                    break;
                case HookMoment.SessionStart or HookMoment.SessionEnd when !verdict.Halted:
                    writer.WriteBoolean("continue", false);
                    writer.WriteString("stopReason", verdict.Reason);
                    break;
            }
        }));
    }

    private static void BeforeTool(Utf8JsonWriter writer, HookEvent asked, HookVerdict verdict)
    {
        writer.WriteStartObject("hookSpecificOutput");
        writer.WriteString("hookEventName", asked.Name);
        var decision = verdict.Kind switch
        {
            DecisionKind.Allow => "allow",
            // `allow` with a new input would skip the user's own rules; what nobody would be asked about goes on.
            DecisionKind.Rewrite => asked.PersonAnswers ? "ask" : "allow",
            DecisionKind.Ask when asked.PersonAnswers => "ask",
            _ => "deny",
        };
        writer.WriteString("permissionDecision", decision);
        writer.WriteString("permissionDecisionReason", verdict.Reason);
        if (verdict is { Kind: DecisionKind.Rewrite, Rewritten: { } rewritten })
        {
            writer.WritePropertyName("updatedInput");
            writer.WriteRawValue(rewritten);
            writer.WriteString("additionalContext", verdict.Reason);
        }

        writer.WriteEndObject();
    }

    // Ask leaves the dialog to appear, which is the asking.
    private static void Permission(Utf8JsonWriter writer, HookVerdict verdict)
    {
        if (verdict.Kind == DecisionKind.Ask)
        {
            return;
        }

        writer.WriteStartObject("hookSpecificOutput");
        writer.WriteString("hookEventName", "PermissionRequest");
        writer.WriteStartObject("decision");
        writer.WriteString("behavior", verdict.Kind == DecisionKind.Allow ? "allow" : "deny");
        if (verdict.Kind != DecisionKind.Allow)
        {
            writer.WriteString("message", verdict.Reason);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void AfterTool(Utf8JsonWriter writer, HookEvent asked, HookVerdict verdict)
    {
        if (verdict.Kind == DecisionKind.Allow)
        {
            return;
        }

        var instead = verdict is { Kind: DecisionKind.Rewrite, Rewritten: { } rewritten } ? rewritten : Json.Withheld(asked.Text, $"[withheld by Sallyport: {verdict.Reason}]");
        if (verdict.Kind != DecisionKind.Rewrite)
        {
            writer.WriteString("decision", "block");
            writer.WriteString("reason", verdict.Reason);
        }

        writer.WriteStartObject("hookSpecificOutput");
        writer.WriteString("hookEventName", asked.Name);
        writer.WritePropertyName(asked.Tool.StartsWith("mcp__", StringComparison.Ordinal) ? "updatedMCPToolOutput" : "updatedToolOutput");
        writer.WriteRawValue(instead);
        if (verdict.Kind == DecisionKind.Rewrite)
        {
            writer.WriteString("additionalContext", verdict.Reason);
        }

        writer.WriteEndObject();
    }
}
