namespace Sallyport.Engine.Tests.Exposure;

/// <summary>How one AI tool is set up in a project: cleanly, and with each hole that it can have.</summary>
/// <param name="Id">The tool.</param>
/// <param name="Shows">Files that show that it is in use.</param>
/// <param name="Hides">Files that hide private ones from it; null for a tool that has none.</param>
public sealed record ToolSetup(string Id, (string File, string Text)[] Shows, Func<IReadOnlyList<string>, (string File, string Text)[]>? Hides)
{
    /// <summary>Files that close its shell and keep it from loading an environment file.</summary>
    public (string File, string Text)[] Closes { get; init; } = [];

    /// <summary>What opens a shell to it, in place of <see cref="Closes"/>; null for a tool without one.</summary>
    public (string File, string Text)[]? Shell { get; init; }

    /// <summary>Cover that hides nothing of what it names; null for a tool without cover.</summary>
    public Func<IReadOnlyList<string>, (string File, string Text)[]>? Ineffective { get; init; }

    /// <summary>Cover that gives a file back.</summary>
    public Func<IReadOnlyList<string>, string, (string File, string Text)[]>? GivesBack { get; init; }

    /// <summary>Whether it loads the project's environment file.</summary>
    public bool LoadsEnvironment { get; init; }

    private const string Sandboxed = """, "sandbox": {"enabled": true}""";

    public static IReadOnlyList<ToolSetup> All { get; } =
    [
        Ignoring("cursor", ".cursorignore", ".cursor/rules/style.mdc") with { Closes = [(".cursor/sandbox.json", """{"type": "workspace_readwrite"}""")], Shell = [] },
        Ignoring("gemini-cli", ".geminiignore", "GEMINI.md") with
        {
            Closes = [(".gemini/settings.json", """{"tools": {"exclude": ["run_shell_command"]}, "advanced": {"ignoreLocalEnv": true}}""")],
            Shell = [(".gemini/settings.json", """{"advanced": {"ignoreLocalEnv": true}}""")],
            LoadsEnvironment = true,
        },
        Ignoring("qwen-code", ".geminiignore", "QWEN.md") with
        {
            Closes = [(".qwen/settings.json", """{"tools": {"exclude": ["run_shell_command"]}, "security": {"environmentVariableRedaction": {"enabled": true}}}"""), (".gemini/settings.json", """{"tools": {"exclude": ["run_shell_command"]}, "advanced": {"ignoreLocalEnv": true}}""")],
            Shell = [(".qwen/settings.json", """{"security": {"environmentVariableRedaction": {"enabled": true}}}""")],
            LoadsEnvironment = true,
        },
        Ignoring("gemini-code-assist", ".aiexclude", ".idx/dev.nix") with { GivesBack = null },
        Ignoring("jetbrains", ".aiignore", ".junie/guidelines.md"),
        Ignoring("cline", ".clineignore", ".clinerules"),
        Ignoring("docker-agent", ".agentsignore", "cagent.yaml") with { Shell = [("cagent.yaml", "agents:\n  root:\n    toolsets:\n      - type: filesystem\n      - type: shell\n")] },
        new("claude-code", [("CLAUDE.md", "# us\n")], hidden => [(".claude/settings.json", Claude(hidden.Select(Deny), Sandboxed))])
        {
            Shell = [],
            Ineffective = hidden => [(".claude/settings.json", "{\"permissions\": {\"read\": {\"deny\": [" + string.Join(", ", hidden.Select(h => $"\"{h}\"")) + "]}}}")],
            GivesBack = (hidden, one) => [(".claude/settings.json", Claude(hidden.Select(Deny), ", \"sandbox\": {\"enabled\": true, \"filesystem\": {\"allowRead\": [\"./" + one + "\"]}}"))],
        },
        new("codex", [(".codex/config.toml", "model = \"gpt\"\n")], hidden => [(".codex/config.toml", Codex("default_permissions = \"work\"\n", hidden, ""))])
        {
            Shell = null,
            Ineffective = hidden => [(".codex/config.toml", Codex("sandbox_mode = \"workspace-write\"\ndefault_permissions = \"work\"\n", hidden, ""))],
            GivesBack = (hidden, one) => [(".codex/config.toml", Codex("default_permissions = \"work\"\n", hidden, $", \"{one}\" = \"read\""))],
        },
        new("copilot", [(".github/copilot-instructions.md", "be brief\n")], null),
    ];

    private static ToolSetup Ignoring(string id, string file, string shows) => new(
        id, [(shows, shows.EndsWith(".yaml", StringComparison.Ordinal) ? "agents:\n  root:\n    toolsets:\n      - type: filesystem\n" : "x\n")], hidden => [(file, string.Concat(hidden.Select(h => $"/{h}\n")))])
    {
        Ineffective = hidden => [(file, string.Concat(hidden.Select(h => $"./{h}\n")))],
        GivesBack = (hidden, one) => [(file, string.Concat(hidden.Select(h => $"/{h}\n")) + $"!/{one}\n")],
    };

    private static string Deny(string place) => $"\"Read(./{place})\"";

    private static string Claude(IEnumerable<string> deny, string rest) => "{\"permissions\": {\"deny\": [" + string.Join(", ", deny) + "]}" + rest + "}";

    private static string Codex(string top, IEnumerable<string> hidden, string rest) =>
        $"{top}\n[permissions.work.filesystem]\n\":workspace_roots\" = {{ \".\" = \"write\", {string.Join(", ", hidden.Select(h => $"\"**/{h}\" = \"none\""))}{rest} }}\n";

    public override string ToString() => Id;
}
