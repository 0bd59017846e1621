using Sallyport.Agents.Protocol;
using Sallyport.Agents.Settings;

namespace Sallyport.Agents.ClaudeCode;

/// <summary>Claude Code's <c>settings.json</c>.</summary>
internal sealed class ClaudeCodeSettings() : JsonHookSettings(
    "claude-code", "SessionStart", "UserPromptSubmit", "PreToolUse", "PermissionRequest", "PostToolUse", "PostToolUseFailure", "SessionEnd")
{
    public override string UserPlace => ".claude/settings.json";

    public override string ProjectPlace => ".claude/settings.json";

    public override IReadOnlyList<string> Warnings =>
        ["a user can start Claude Code with hooks turned off (`disableAllHooks`); only managed settings of the machine forbid that"];

    protected override string Closed => "\"onFailure\":\"block\"";

    protected override string Entry(string name, HookCall call) => Json.Object(entry =>
    {
        if (name.Contains("Tool", StringComparison.Ordinal) || name == "PermissionRequest")
        {
            entry.WriteString("matcher", "*");
        }

        entry.WriteStartArray("hooks");
        entry.WriteStartObject();
        if (call.Http is var (address, token))
        {
            entry.WriteString("type", "http");
            entry.WriteString("url", $"{address}/hook/claude-code/{name}");
            entry.WriteStartObject("headers");
            entry.WriteString("Authorization", $"Bearer {token}");
            entry.WriteEndObject();
        }
        else
        {
            entry.WriteString("type", "command");
            entry.WriteString("command", call.Line("claude-code", name));
        }

        entry.WriteNumber("timeout", 30);
        entry.WriteString("onFailure", "block");
        entry.WriteEndObject();
        entry.WriteEndArray();
    });
}
