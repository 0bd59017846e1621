using Sallyport.Detectors.Exposure.Settings;

namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>Every tool that is known.</summary>
public static class AssistantTools
{
    /// <summary>Every tool.</summary>
    public static IReadOnlyList<AssistantTool> All { get; } =
        [new ClaudeCode(), new Cline(), new Codex(), new Copilot(), new Cursor(), new DockerAgent(), new GeminiCli(), new GeminiCodeAssist(), new JetBrains(), new QwenCode()];

    /// <summary>Names of ignore files that no tool reads, with what to write instead.</summary>
    public static IReadOnlyDictionary<string, string> Unread { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".copilotignore"] = "GitHub Copilot reads no ignore file: set content exclusion on GitHub, and keep private files outside of the folder",
        [".claudeignore"] = "Claude Code reads `permissions.deny` in .claude/settings.json: \"Read(**/.env)\"",
        [".codexignore"] = "Codex reads permission profiles in its config.toml",
        [".llmignore"] = "name the files in the ignore file of each tool in use: `sallyport init --ignore-files`",
        [".gptignore"] = "name the files in the ignore file of each tool in use: `sallyport init --ignore-files`",
        [".ai-ignore"] = "name the files in the ignore file of each tool in use: `sallyport init --ignore-files`",
        [".agentignore"] = "Docker's agent reads .agentsignore",
    };

    /// <summary>Whether anything shows that a tool is in use, or that somebody believes it protected.</summary>
    /// <param name="exists">Whether something lies at a place of the project.</param>
    public static bool AnyShows(Func<string, bool> exists)
    {
        ArgumentNullException.ThrowIfNull(exists);
        return All.Any(t => t.Markers.Any(exists)) || Unread.Keys.Any(exists);
    }

    /// <summary>The tools in use in a project.</summary>
    /// <param name="named">Those that it names.</param>
    /// <param name="exists">Whether something lies at a place of it.</param>
    /// <param name="read">The content of a file of it; null where there is none.</param>
    public static IReadOnlyList<AssistantTool> InUse(IReadOnlyList<string> named, Func<string, bool> exists, Func<string, byte[]?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var files = new Dictionary<string, SettingsFact>(StringComparer.Ordinal);
        foreach (var place in All.SelectMany(t => t.Files).Where(f => !f.StartsWith('~')))
        {
            if (read(place) is { } text)
            {
                files[place] = new SettingsFact(place, text);
            }
        }

        return [.. All.Where(t => named.Contains(t.Id) || t.Markers.Any(exists) || t.ShowsIn(new ToolFiles(files)))];
    }

    /// <summary>Whether a tool reads a file for what it may read.</summary>
    public static bool Reads(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return All.Any(t => t.Reads(place)) || Unread.ContainsKey(place[(place.LastIndexOf('/') + 1)..]);
    }

    /// <summary>Whether a file shows that a tool is in use.</summary>
    public static bool Marks(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return All.Any(t => t.Markers.Any(m => place == m || (m.EndsWith('/') && place.StartsWith(m, StringComparison.Ordinal))));
    }
}
