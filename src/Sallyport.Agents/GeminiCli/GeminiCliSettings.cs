using Sallyport.Agents.Protocol;
using Sallyport.Agents.Settings;

namespace Sallyport.Agents.GeminiCli;

/// <summary>Gemini CLI's <c>settings.json</c>, which may hold comments.</summary>
internal sealed class GeminiCliSettings() : JsonHookSettings("gemini-cli", "SessionStart", "BeforeAgent", "BeforeTool", "AfterTool", "SessionEnd")
{
    public override string UserPlace => ".gemini/settings.json";

    public override string ProjectPlace => ".gemini/settings.json";

    public override IReadOnlyList<string> Warnings =>
        ["Gemini CLI goes ahead with a warning when a hook cannot be started or is late, and offers no setting against it; every failure of our own refuses (exit code 2)"];

    protected override string Closed => "";

    protected override string Entry(string name, HookCall call) => Json.Object(entry =>
    {
        if (name.EndsWith("Tool", StringComparison.Ordinal))
        {
            entry.WriteString("matcher", ".*");
        }

        entry.WriteStartArray("hooks");
        entry.WriteStartObject();
        entry.WriteString("name", "sallyport");
        entry.WriteString("type", "command");
        entry.WriteString("command", call.Line("gemini-cli", name));
        entry.WriteNumber("timeout", 60000);
        entry.WriteEndObject();
        entry.WriteEndArray();
    });
}
