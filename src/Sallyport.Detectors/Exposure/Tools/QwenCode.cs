namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>Qwen Code, which came from Gemini CLI and reads its ignore file.</summary>
internal sealed class QwenCode : GeminiCli
{
    public override string Id => "qwen-code";

    public override string Name => "Qwen Code";

    public override IReadOnlyList<string> Markers => ["QWEN.md", ".qwen/"];

    public override string Limit => "its shell reads what .geminiignore names; a change counts after a restart";

    protected override string Settings => ".qwen/settings.json";
}
