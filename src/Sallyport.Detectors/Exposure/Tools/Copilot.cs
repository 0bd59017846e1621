namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>GitHub Copilot: what it must not read is said on GitHub, and its agents do not keep to that.</summary>
internal sealed class Copilot : AssistantTool
{
    public override string Id => "copilot";

    public override string Name => "GitHub Copilot";

    public override IReadOnlyList<string> Markers => [".github/copilot-instructions.md", ".github/instructions/", ".github/chatmodes/", ".github/prompts/", ".github/agents/"];

    public override IReadOnlyList<string> Files => [];

    public override string Change => "keep it outside of the folder: Copilot has no ignore file, and content exclusion on GitHub does not bind its CLI and agents";

    public override string Limit => "content exclusion is set on GitHub, where this scan cannot see it; its CLI, coding agent and agent mode do not keep to it";

    internal override ToolCover Read(ToolFiles files, IReadOnlyList<NameFact> names) => new((_, _) => new ToolCover.Verdict(ToolCover.State.Open));
}
