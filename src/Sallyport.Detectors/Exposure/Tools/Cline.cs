namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>Cline.</summary>
internal sealed class Cline : IgnoreFileTool
{
    public override string Id => "cline";

    public override string Name => "Cline";

    public override string IgnoreFile => ".clineignore";

    public override IReadOnlyList<string> Markers => [".clinerules", ".clinerules/", ".clineignore", ".cline/"];

    public override string Limit => ".clineignore is meant to save context, and a command that was approved reads what it names";
}
