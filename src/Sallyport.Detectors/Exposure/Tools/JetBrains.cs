namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>JetBrains Junie and AI Assistant. <c>.noai</c> switches the assistant off.</summary>
internal sealed class JetBrains : IgnoreFileTool
{
    public override string Id => "jetbrains";

    public override string Name => "JetBrains Junie and AI Assistant";

    public override string IgnoreFile => ".aiignore";

    public override IReadOnlyList<string> Markers => [".junie/", ".aiignore"];

    public override IReadOnlyList<string> Files => [IgnoreFile, ".noai"];

    public override string Limit => "Junie asks before it reads an ignored file rather than refuse; AI Assistant may process one in some cases";
}
