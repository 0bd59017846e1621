using Sallyport.Agents.Protocol;
using Sallyport.Agents.Settings;

namespace Sallyport.Agents.Cursor;

/// <summary>Cursor's <c>hooks.json</c>.</summary>
internal sealed class CursorSettings() : JsonHookSettings(
    "cursor", "sessionStart", "beforeSubmitPrompt", "preToolUse", "beforeShellExecution", "beforeMCPExecution", "beforeReadFile", "postToolUse", "sessionEnd")
{
    public override string UserPlace => ".cursor/hooks.json";

    public override string ProjectPlace => ".cursor/hooks.json";

    public override IReadOnlyList<string> Warnings => ["Cursor lets a hook change the result of MCP tools only: a secret in the output of a shell is reported, not taken out"];

    protected override string Closed => "\"failClosed\":true";

    protected override (string Name, string Json)? Head => ("version", "1");

    protected override string Entry(string name, HookCall call) => Json.Object(entry =>
    {
        entry.WriteString("command", call.Line("cursor", name));
        entry.WriteBoolean("failClosed", true);
    });
}
