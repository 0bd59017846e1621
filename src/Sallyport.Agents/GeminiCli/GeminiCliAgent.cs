using System.Text.Json;
using Sallyport.Agents.Protocol;
using Sallyport.Agents.Settings;
using Sallyport.Core.Decisions;

namespace Sallyport.Agents.GeminiCli;

/// <summary>Gemini CLI, whose hooks allow or deny and cannot ask.</summary>
internal sealed class GeminiCliAgent : Agent
{
    public override string Id => "gemini-cli";

    public override string Title => "Gemini CLI";

    public override IReadOnlyList<string> Programs => ["gemini"];

    public override IReadOnlyList<string> Marks => ["GEMINI_CLI"];

    public override HookSettings Settings { get; } = new GeminiCliSettings();

    public override HookMoment? Moment(string name) => name switch
    {
        "BeforeTool" => HookMoment.BeforeTool,
        "AfterTool" => HookMoment.AfterTool,
        "BeforeAgent" => HookMoment.Prompt,
        "SessionStart" => HookMoment.SessionStart,
        "SessionEnd" => HookMoment.SessionEnd,
        _ => null,
    };

    public override HookEvent Read(JsonElement input, string named)
    {
        var name = Fields.Needed(input, "hook_event_name");
        var moment = Moment(name) ?? throw new HookInputException($"there is no event `{name}`");
        var read = new HookEvent(Id, name, moment) { Session = Fields.Text(input, "session_id"), Folder = Fields.Needed(input, "cwd") };
        if (moment is HookMoment.BeforeTool or HookMoment.AfterTool)
        {
            var tool = Fields.Needed(input, "tool_name");
            var given = Fields.Object(input, "tool_input");
            read = read with { Tool = tool, Input = given.GetRawText(), Command = tool == "run_shell_command" ? Fields.Command(given, "command") : null };
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
        if (verdict.Kind == DecisionKind.Allow)
        {
            return Reply.Of("{}");
        }

        return Reply.Of(Json.Object(writer =>
        {
            if (verdict.Halted || asked.Moment is HookMoment.SessionStart or HookMoment.SessionEnd)
            {
                writer.WriteBoolean("continue", false);
                writer.WriteString("stopReason", verdict.Reason);
                writer.WriteString("systemMessage", verdict.Reason);
            }

            if (asked.Moment == HookMoment.BeforeTool && verdict is { Kind: DecisionKind.Rewrite, Rewritten: { } rewritten })
            {
                writer.WriteString("decision", "allow");
                writer.WriteString("reason", verdict.Reason);
                writer.WriteStartObject("hookSpecificOutput");
                writer.WriteString("hookEventName", asked.Name);
                writer.WritePropertyName("tool_input");
                writer.WriteRawValue(rewritten);
                writer.WriteEndObject();
                return;
            }

            writer.WriteString("decision", "deny");
            writer.WriteString("reason", asked.Moment switch
            {
                HookMoment.AfterTool => PromptText.Result(verdict),
                HookMoment.Prompt => PromptText.Refusal(verdict),
                _ => verdict.Reason,
            });
        }));
    }
}
