using Sallyport.Agents.Protocol;
using Sallyport.Agents.Settings;

namespace Sallyport.Agents.Codex;

/// <summary>Codex's <c>hooks.json</c>, which stands beside its <c>config.toml</c>.</summary>
internal sealed class CodexSettings() : JsonHookSettings("codex", "SessionStart", "UserPromptSubmit", "PreToolUse", "PermissionRequest", "PostToolUse", "Stop")
{
    public override string UserPlace => ".codex/hooks.json";

    public override string ProjectPlace => ".codex/hooks.json";

    public override IReadOnlyList<string> Warnings =>
    [
        "Codex goes ahead when a hook fails or is late, and offers no setting against it",
        "Codex runs new hooks only once you trusted them: start it and look at /hooks",
        "Codex tells no hook of text typed into a program that runs already (write_stdin): only a sandbox covers that",
    ];

    protected override string Closed => "";

    protected override string Entry(string name, HookCall call) => Json.Object(entry =>
    {
        entry.WriteStartArray("hooks");
        entry.WriteStartObject();
        entry.WriteString("type", "command");
        entry.WriteString("command", call.Line("codex", name));
        entry.WriteNumber("timeout", 60);
        entry.WriteEndObject();
        entry.WriteEndArray();
    });
}
