using Sallyport.Agents.Protocol;
using Sallyport.Agents.Settings;

namespace Sallyport.Agents.CopilotCli;

/// <summary>A hook file of Copilot CLI.</summary>
internal sealed class CopilotCliSettings() : JsonHookSettings(
    "copilot-cli", "sessionStart", "userPromptSubmitted", "preToolUse", "permissionRequest", "postToolUse", "postToolUseFailure", "sessionEnd")
{
    public override string UserPlace => ".copilot/hooks/sallyport.json";

    public override string ProjectPlace => ".github/hooks/sallyport.json";

    public override IReadOnlyList<string> Warnings =>
    [
        "Copilot CLI goes ahead when a hook takes longer than its limit, and offers no setting against it: Sallyport answers within a third of that limit",
        "Copilot CLI refuses a tool whose hook fails, but sends a prompt and a result on",
    ];

    protected override string Closed => "";

    protected override (string Name, string Json)? Head => ("version", "1");

    protected override string Entry(string name, HookCall call) => Json.Object(entry =>
    {
        entry.WriteString("type", "command");
        entry.WriteString("bash", call.Line("copilot-cli", name));
        entry.WriteNumber("timeoutSec", 30);
    });
}
