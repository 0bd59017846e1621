using System.Text.Json;
using Sallyport.Agents.Protocol;
using Sallyport.Agents.Settings;
using Sallyport.Core.Decisions;

namespace Sallyport.Agents.Codex;

/// <summary>OpenAI Codex CLI. Before a tool it understands only a denial, or <c>allow</c> with a new input; anything else it reports and ignores.</summary>
internal sealed class CodexAgent : Agent
{
    public override string Id => "codex";

    public override string Title => "OpenAI Codex CLI";

    public override IReadOnlyList<string> Programs => ["codex"];

    public override IReadOnlyList<string> Marks => ["CODEX_SANDBOX", "CODEX_SANDBOX_NETWORK_DISABLED", "CODEX_THREAD_ID"];

    public override HookSettings Settings { get; } = new CodexSettings();

    public override HookMoment? Moment(string name) => name switch
    {
        "PreToolUse" => HookMoment.BeforeTool,
        "PermissionRequest" => HookMoment.Permission,
        "PostToolUse" => HookMoment.AfterTool,
        "UserPromptSubmit" => HookMoment.Prompt,
        "SessionStart" => HookMoment.SessionStart,
        "Stop" => HookMoment.SessionEnd,
        _ => null,
    };

    public override HookEvent Read(JsonElement input, string named)
    {
        var name = Fields.Needed(input, "hook_event_name");
        var moment = Moment(name) ?? throw new HookInputException($"there is no event `{name}`");
        var read = new HookEvent(Id, name, moment) { Session = Fields.Text(input, "session_id"), Folder = Fields.Needed(input, "cwd"), Call = Fields.Text(input, "tool_use_id") };
        if (moment is HookMoment.BeforeTool or HookMoment.Permission or HookMoment.AfterTool)
        {
            var tool = Fields.Needed(input, "tool_name");
            var given = Fields.Object(input, "tool_input");
            read = read with { Tool = tool, Input = given.GetRawText(), Command = tool is "Bash" or "shell" or "exec_command" or "local_shell" ? Fields.Command(given, given.TryGetProperty("command", out _) ? "command" : "cmd") : null };
        }

        return moment switch
        {
            HookMoment.AfterTool => read with { Text = Fields.Raw(input, "tool_response"), TextIsJson = true },
            HookMoment.Prompt => read with { Text = Fields.TextOrNull(input, "prompt") ?? throw new HookInputException("the event has no `prompt`") },
            _ => read,
        };
    }

    public override Reply Answer(HookEvent asked, HookVerdict verdict)
    {
        // A bare `allow` is an error to Codex, and its own questions stay its own.
        if (verdict.Kind == DecisionKind.Allow && !(verdict.Approved && asked.Moment == HookMoment.Permission))
        {
            return Reply.Of("{}");
        }

        return Reply.Of(Json.Object(writer =>
        {
            switch (asked.Moment)
            {
                case HookMoment.BeforeTool:
                    var rewrite = verdict.Kind == DecisionKind.Rewrite;
                    writer.WriteStartObject("hookSpecificOutput");
                    writer.WriteString("hookEventName", "PreToolUse");
                    writer.WriteString("permissionDecision", rewrite ? "allow" : "deny");
                    writer.WriteString("permissionDecisionReason", verdict.Reason);
                    if (rewrite)
                    {
                        writer.WritePropertyName("updatedInput");
                        writer.WriteRawValue(verdict.Rewritten!);
                    }

                    writer.WriteEndObject();
                    break;
                case HookMoment.Permission when verdict.Kind != DecisionKind.Ask:
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
                    break;
                case HookMoment.AfterTool:
                    writer.WriteString("decision", "block");
                    writer.WriteString("reason", PromptText.Result(verdict));
                    break;
                case HookMoment.Prompt:
                    writer.WriteString("decision", "block");
                    writer.WriteString("reason", PromptText.Refusal(verdict));
                    break;
                case HookMoment.SessionStart or HookMoment.SessionEnd:
                    writer.WriteBoolean("continue", false);
                    writer.WriteString("stopReason", verdict.Reason);
                    break;
            }
        }));
    }
}
