using System.Text.Json;
using Sallyport.Agents.Protocol;
using Sallyport.Agents.Settings;
using Sallyport.Core.Decisions;

namespace Sallyport.Agents.CopilotCli;

/// <summary>GitHub Copilot CLI and its cloud agent, which takes <c>ask</c> for a denial: so the reason always says how to approve.</summary>
internal sealed class CopilotCliAgent : Agent
{
    public override string Id => "copilot-cli";

    public override string Title => "GitHub Copilot CLI";

    public override IReadOnlyList<string> Programs => ["copilot"];

    public override IReadOnlyList<string> Marks => ["COPILOT_CLI", "COPILOT_AGENT_ID"];

    public override HookSettings Settings { get; } = new CopilotCliSettings();

    // Events come under two spellings: camelCase with the fields in camelCase, or Claude's names with the fields in snake_case.
    public override HookMoment? Moment(string name) => name switch
    {
        "preToolUse" or "PreToolUse" => HookMoment.BeforeTool,
        "permissionRequest" or "PermissionRequest" => HookMoment.Permission,
        "postToolUse" or "PostToolUse" or "postToolUseFailure" or "PostToolUseFailure" => HookMoment.AfterTool,
        "userPromptSubmitted" or "UserPromptSubmit" => HookMoment.Prompt,
        "sessionStart" or "SessionStart" => HookMoment.SessionStart,
        "sessionEnd" or "SessionEnd" => HookMoment.SessionEnd,
        _ => null,
    };

    public override HookEvent Read(JsonElement input, string named)
    {
        var name = Fields.Text(input, "hook_event_name") is { Length: > 0 } said ? said : named;
        var moment = Moment(name) ?? throw new HookInputException(name.Length == 0 ? "the event has no name" : $"there is no event `{name}`");
        var snake = char.IsUpper(name[0]);
        var read = new HookEvent(Id, name, moment)
        {
            Session = Fields.Text(input, snake ? "session_id" : "sessionId"),
            Folder = Fields.Needed(input, "cwd"),
            Call = Fields.Text(input, snake ? "tool_use_id" : "toolCallId"),
            PersonAnswers = true,
        };
        if (moment is HookMoment.BeforeTool or HookMoment.Permission or HookMoment.AfterTool)
        {
            var tool = Fields.Needed(input, snake ? "tool_name" : "toolName");
            var given = Fields.Object(input, snake ? "tool_input" : "toolArgs");
            read = read with { Tool = tool, Input = given.GetRawText(), Command = tool is "bash" or "powershell" or "shell" or "Bash" ? Fields.Command(given, "command") : null };
        }

        return moment switch
        {
            HookMoment.AfterTool => read with { Text = Result(input, name, snake), TextIsJson = true },
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
            switch (asked.Moment)
            {
                case HookMoment.BeforeTool:
                    // A rewritten call is shown to the person, because `allow` would skip the user's own rules.
                    writer.WriteString("permissionDecision", verdict.Kind switch { DecisionKind.Allow => "allow", DecisionKind.Rewrite or DecisionKind.Ask => "ask", _ => "deny" });
                    writer.WriteString("permissionDecisionReason", verdict.Reason);
                    if (verdict is { Kind: DecisionKind.Rewrite, Rewritten: { } rewritten })
                    {
                        writer.WritePropertyName("modifiedArgs");
                        writer.WriteRawValue(rewritten);
                    }

                    break;
                case HookMoment.Permission when verdict.Kind != DecisionKind.Ask:
                    writer.WriteString("behavior", verdict.Kind == DecisionKind.Allow ? "allow" : "deny");
                    writer.WriteString("message", verdict.Reason);
                    break;
                case HookMoment.AfterTool when verdict.Kind != DecisionKind.Allow:
                    writer.WriteStartObject("modifiedResult");
                    writer.WriteString("resultType", verdict.Kind == DecisionKind.Rewrite ? "success" : "failure");
                    writer.WriteString("textResultForLlm", PromptText.Result(verdict));
                    writer.WriteEndObject();
                    writer.WriteString("additionalContext", verdict.Reason);
                    break;
                case HookMoment.Prompt when verdict is { Kind: DecisionKind.Rewrite, Rewritten: { } safe }:
                    writer.WriteString("modifiedPrompt", safe);
                    break;
                case HookMoment.Prompt or HookMoment.SessionStart or HookMoment.SessionEnd when verdict.Kind != DecisionKind.Allow:
                    writer.WriteString("decision", "block");
                    writer.WriteString("reason", verdict.Reason);
                    writer.WriteString("modifiedPrompt", $"[withheld by Sallyport: {verdict.Reason}]");
                    break;
            }
        }));
    }

    private static string Result(JsonElement input, string name, bool snake) => Fields.Raw(
        input, name.EndsWith("Failure", StringComparison.Ordinal) ? "error" : snake ? "tool_response" : "toolResult");
}
