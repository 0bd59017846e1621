using Sallyport.Detectors.Exposure.Settings;

namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>Docker's agent: the ignore file binds its file tools only.</summary>
internal sealed class DockerAgent : IgnoreFileTool
{
    private static readonly string[] Agents = ["agent.yaml", "agent.yml", "cagent.yaml", "cagent.yml", "docker-agent.yaml", "docker-agent.yml"];

    public override string Id => "docker-agent";

    public override string Name => "Docker agent";

    public override string IgnoreFile => ".agentsignore";

    public override IReadOnlyList<string> Markers => [".agentsignore", "cagent.yaml", "cagent.yml", "docker-agent.yaml", "docker-agent.yml"];

    public override IReadOnlyList<string> Files => [IgnoreFile, .. Agents];

    public override string Limit => "only its file tools keep to .agentsignore";

    internal override bool ShowsIn(ToolFiles files) => Agents.Any(a => files.At(a) is { } fact && fact.Text.AsSpan().IndexOf("toolsets:"u8) >= 0);

    internal override (ToolCover.ShellAccess Access, string Change, SettingsFact? At) Shell(ToolFiles files)
    {
        foreach (var agent in Agents.Select(files.At).OfType<SettingsFact>())
        {
            if (agent.Text.AsSpan().IndexOf("type: shell"u8) >= 0)
            {
                return (ToolCover.ShellAccess.Closable, "take the toolset `shell` out, or run it in a container without these files", agent);
            }
        }

        return (ToolCover.ShellAccess.None, "", null);
    }
}
