using Sallyport.Detectors.Exposure.Settings;

namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>Gemini CLI.</summary>
internal class GeminiCli : IgnoreFileTool
{
    public override string Id => "gemini-cli";

    public override string Name => "Gemini CLI";

    public override string IgnoreFile => ".geminiignore";

    public override IReadOnlyList<string> Markers => ["GEMINI.md", ".gemini/", ".geminiignore"];

    public override IReadOnlyList<string> Files => [IgnoreFile, Settings, "~/" + Settings];

    public override string Limit => "its shell reads what .geminiignore names";

    /// <summary>The project's settings.</summary>
    protected virtual string Settings => ".gemini/settings.json";

    internal override IEnumerable<(SettingsFact Fact, string Folder)> IgnoreFiles(ToolFiles files) =>
        files.At(IgnoreFile) is { } fact ? [(fact, "")] : [];

    internal override ToolCover.Problem? WhyOff(ToolFiles files)
    {
        foreach (var (fact, entries) in All(files))
        {
            if (entries.All.FirstOrDefault(e => e.Key is "context.fileFiltering.respectGeminiIgnore" or "fileFiltering.respectGeminiIgnore" && e.Value == "false") is { } off)
            {
                return new("ineffective-pattern", fact, off.Span, $"this setting makes {Name} ignore {IgnoreFile}", "set it to true, or take it out");
            }
        }

        return null;
    }

    internal override (ToolCover.ShellAccess Access, string Change, SettingsFact? At) Shell(ToolFiles files)
    {
        var denied = All(files).Any(f => f.Entries.All.Any(e =>
            e.Key is "tools.exclude" or "excludeTools" or "tools.core.exclude" && e.Value is "run_shell_command" or "ShellTool"));
        var unlisted = All(files).Any(f => f.Entries.Under("tools.core").Any() && !f.Entries.Under("tools.core").Any(e => e.Value.StartsWith("run_shell_command", StringComparison.Ordinal)));
        return denied || unlisted ? (ToolCover.ShellAccess.None, "", null)
            : (ToolCover.ShellAccess.Open, $"take its shell away (`\"tools\": {{\"exclude\": [\"run_shell_command\"]}}` in {Settings}), or run it in a sandbox", files.At(IgnoreFile));
    }

    // The first environment file upward is loaded, the tool's own before the project's.
    internal override string? EnvironmentChange(ToolFiles files, IReadOnlyList<NameFact> names) =>
        All(files).Any(f => f.Entries.Says("advanced.ignoreLocalEnv", "true") || f.Entries.Says("security.environmentVariableRedaction.enabled", "true"))
        || names.Any(n => n.Path.EndsWith(Settings[..(Settings.IndexOf('/', StringComparison.Ordinal) + 1)] + ".env", StringComparison.Ordinal))
            ? null : $"set `\"advanced\": {{\"ignoreLocalEnv\": true}}`, or `\"security\": {{\"environmentVariableRedaction\": {{\"enabled\": true}}}}`, in {Settings}";

    internal override bool Covers(ToolFiles files, NameFact name) => name.Status == NameFact.Git.Ignored
        && !All(files).Any(f => f.Entries.Says("context.fileFiltering.respectGitIgnore", "false") || f.Entries.Says("fileFiltering.respectGitIgnore", "false"));

    private IEnumerable<(SettingsFact Fact, JsonEntries Entries)> All(ToolFiles files) => files.Json(Settings, "~/" + Settings);
}
