using Sallyport.Detectors.Exposure.Settings;

namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>Cursor. Its own default list, which each user can change, is no word of the project's and does not count here.</summary>
internal sealed class Cursor : IgnoreFileTool
{
    private const string Sandbox = ".cursor/sandbox.json";
    private const string Permissions = ".cursor/cli.json";

    public override string Id => "cursor";

    public override string Name => "Cursor";

    public override string IgnoreFile => ".cursorignore";

    public override IReadOnlyList<string> Markers => [".cursor/", ".cursorrules", ".cursorignore", ".cursorindexingignore"];

    public override IReadOnlyList<string> Files => [IgnoreFile, ".cursorindexingignore", Sandbox, Permissions];

    public override string Limit => "its terminal and MCP servers may read what .cursorignore names (Cursor's help page)";

    internal override (ToolCover.ShellAccess Access, string Change, SettingsFact? At) Shell(ToolFiles files)
    {
        var sandboxed = files.Json(Sandbox).Any(f => !f.Entries.Says("type", "insecure_none"));
        var denied = files.Json(Permissions).Any(f => f.Entries.Under("permissions.deny").Any(e => e.Value is "Shell" or "Shell(*)" or "Shell(**)"));
        return sandboxed || denied ? (ToolCover.ShellAccess.None, "", null) : (ToolCover.ShellAccess.Open, $"run its terminal in the sandbox ({Sandbox})", files.At(IgnoreFile));
    }
}
