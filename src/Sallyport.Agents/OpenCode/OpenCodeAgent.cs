using System.Text.Json;
using Sallyport.Agents.Protocol;
using Sallyport.Agents.Settings;
using Sallyport.Core.Decisions;

namespace Sallyport.Agents.OpenCode;

/// <summary>OpenCode, whose hooks run in its own process: our plugin (<c>sallyport.js</c>) posts events in this form and throws what is refused.</summary>
internal sealed class OpenCodeAgent : Agent
{
    public override string Id => "opencode";

    public override string Title => "OpenCode";

    public override IReadOnlyList<string> Programs => ["opencode"];

    public override IReadOnlyList<string> Marks => ["OPENCODE", "OPENCODE_PID"];

    public override HookSettings Settings { get; } = new OpenCodeSettings();

    public override HookMoment? Moment(string name) => name switch
    {
        "tool.execute.before" => HookMoment.BeforeTool,
        "permission.ask" => HookMoment.Permission,
        "tool.execute.after" => HookMoment.AfterTool,
        "chat.message" or "command.execute.before" => HookMoment.Prompt,
        "session.created" => HookMoment.SessionStart,
        "session.deleted" => HookMoment.SessionEnd,
        _ => null,
    };

    public override HookEvent Read(JsonElement input, string named)
    {
        var name = Fields.Needed(input, "event");
        var moment = Moment(name) ?? throw new HookInputException($"there is no event `{name}`");
        var read = new HookEvent(Id, name, moment) { Session = Fields.Text(input, "session"), Folder = Fields.Needed(input, "cwd"), Call = Fields.Text(input, "call") };
        if (moment is HookMoment.BeforeTool or HookMoment.Permission or HookMoment.AfterTool)
        {
            var tool = Fields.Needed(input, "tool");
            var given = Fields.Object(input, "args");
            read = read with { Tool = tool, Input = given.GetRawText(), Command = tool == "bash" && (moment != HookMoment.Permission || given.TryGetProperty("command", out _)) ? Fields.Command(given, "command") : null, PersonAnswers = moment == HookMoment.Permission };
        }

        return moment is HookMoment.AfterTool or HookMoment.Prompt
            ? read with { Text = Fields.TextOrNull(input, "text") ?? throw new HookInputException("the event has no `text`") }
            : read;
    }

    public override Reply Answer(HookEvent asked, HookVerdict verdict) => Reply.Of(Json.Object(writer =>
    {
        writer.WriteString("decision", verdict.Kind switch
        {
            DecisionKind.Allow => "allow",
            DecisionKind.Rewrite => "rewrite",
            DecisionKind.Ask when asked.PersonAnswers => "ask",
            _ => "deny",
        });
        if (verdict.Reason.Length > 0)
        {
            writer.WriteString("reason", verdict.Reason);
        }

        if (verdict is { Kind: DecisionKind.Rewrite, Rewritten: { } rewritten })
        {
            if (asked.Moment is HookMoment.BeforeTool or HookMoment.Permission)
            {
                writer.WritePropertyName("args");
                writer.WriteRawValue(rewritten);
            }
            else
            {
                writer.WriteString("text", rewritten);
            }
        }
    }));
}
