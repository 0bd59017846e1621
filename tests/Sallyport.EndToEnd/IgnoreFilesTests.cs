namespace Sallyport.EndToEnd;

public sealed class IgnoreFilesTests : IDisposable
{
    private const string Settings = """
        {
          "model": "x",
          "permissions": {
            "allow": ["Bash(ls)"],
            "deny": ["Read(./old)"]
          }
        }

        """;

    private readonly Workspace _at = new Workspace().Git("init", "-q")
        .With("sallyport.yml", "private:\n  - interviews/\n")
        .With(".env", "A=1\n").With("interviews/anna.txt", "x\n").With("data/raw/p.csv", "a\n").With(".env.example", "A=\n")
        .With(".cursorignore", "# mine\n*.log\n!keep.log").With(".claude/settings.json", Settings).With(".codex/config.toml", "model = \"gpt\"\n")
        .With(".clinerules", "x\n").With(".junie/guidelines.md", "x\n").With(".aiexclude", "*.tmp\n").With(".agentsignore", "").With("GEMINI.md", "x\n")
        .With(".gemini/settings.json", """{"advanced": {"ignoreLocalEnv": true}}""");

    public void Dispose() => _at.Dispose();

    [Fact]
    public void One_list_hides_the_same_files_from_every_tool()
    {
        _at.Run("scan", ".", "--only", "exposure/uncovered-file", "-o", "concise").Output.ShouldContain("can read interviews/anna.txt");
        var shown = _at.Run("init", "--ignore-files");
        shown.Output.ShouldContain("+interviews/");
        shown.Error.ShouldContain("`sallyport init --ignore-files --write` does it");
        _at.Run("init", "--ignore-files", "--write").Error.ShouldContain("8 files written");
        _at.Run("init", "--ignore-files", "--write").Error.ShouldContain("everything is set up already");
        _at.Run("scan", ".", "--only", "exposure", "--exclude", "exposure/shell-bypass", "--fail-on", "note", "-o", "concise").Output.ShouldStartWith("no findings");
        _at.Read(".cursorignore").ShouldStartWith("# mine\n*.log\n!keep.log\n");
        _at.Read(".claude/settings.json").ShouldContain("\"Read(./old)\",");
    }

    [Fact]
    public void What_was_written_is_taken_back_to_the_byte()
    {
        var before = Files();
        _at.Run("init", "--ignore-files", "--write").ExitCode.ShouldBe(0);
        Files().ShouldNotBe(before);
        _at.Run("init", "--ignore-files", "--undo", "--write").ExitCode.ShouldBe(0);
        Files().ShouldBe(before);
    }

    [Fact]
    public void Files_that_fall_behind_the_list_are_found_and_mended()
    {
        _at.Run("init", "--ignore-files", "--write");
        _at.With("sallyport.yml", "private:\n  - interviews/\n  - \"*.sav\"\n");
        var run = _at.Run("scan", ".", "--only", "exposure/ignore-drift", "-o", "concise");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain(".cursorignore is out of step with `private:` in sallyport.yml: *.sav");
        run.Output.ShouldContain(".claude/settings.json is out of step with `private:` in sallyport.yml: Read(./**/*.sav)");
        run.Output.ShouldContain(".codex/config.toml is out of step");
        _at.Run("init", "--ignore-files", "--write");
        _at.Run("scan", ".", "--only", "exposure/ignore-drift").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_broken_settings_file_is_named_and_left_alone()
    {
        var run = _at.With(".claude/settings.json", "{ not json").Run("init", "--ignore-files", "--write");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("error: .claude/settings.json: this is no JSON");
        _at.Read(".claude/settings.json").ShouldBe("{ not json");
    }

    [Fact]
    public void An_unknown_assistant_is_a_mistake_with_a_suggestion()
    {
        var run = _at.With("sallyport.yml", "assistants: [curser]\n").Run("scan", ".");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("did you mean `cursor`?");
    }

    private List<string> Files() =>
        [.. Directory.EnumerateFiles(_at.Root, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/.git/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => f + "\n" + File.ReadAllText(f))];
}
