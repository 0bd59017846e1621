using System.Globalization;
using System.Text.Json;

namespace Sallyport.EndToEnd;

/// <summary>A folder as a research engineer has it: a survey, a notebook with outputs, an environment file, logs, and the settings of three AI tools.</summary>
public sealed class ResearchFolderTests : IDisposable
{
    private readonly Workspace _at = new Workspace().Git("init", "-q");

    public ResearchFolderTests()
    {
        var random = new Random(5);
        _at.With(".gitignore", ".env\ndata/raw/\nlogs/\n")
            .With(".env", $"STRIPE={Workspace.Token}\n")
            .With("data/raw/survey.csv", Survey(random, 300))
            .With("analysis.ipynb", """{"cells": [{"cell_type": "code", "metadata": {}, "execution_count": 1, "source": ["pd.read_csv('/home/mmuster/study/survey.csv')"], "outputs": [{"output_type": "stream", "name": "stdout", "text": ["connected to db3.study.internal\n"]}]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""")
            .With("logs/app.log", "2026-11-02 from 10.20.30.40\n")
            .With("CLAUDE.md", "# how we work\n").With(".claude/settings.json", """{"permissions": {"deny": ["Read(.env)"]}}""")
            .With(".cursorrules", "be brief\n").With(".cursorignore", "./.env\n")
            .With("GEMINI.md", "be brief\n")
            .With("model.py", "x = 1\n");
    }

    public void Dispose() => _at.Dispose();

    [Fact]
    public void A_scan_names_what_is_wrong_with_the_three_tools()
    {
        var run = _at.Run("scan", ".", "-o", "concise");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain(".cursorignore:1:1: warning[exposure/ineffective-pattern]");
        run.Output.ShouldContain(".env:1:1: warning[exposure/uncovered-file]: Cursor can read .env");
        run.Output.ShouldContain("data/raw/survey.csv:1:1: warning[exposure/uncovered-file]: Claude Code and Cursor can read data/raw/survey.csv");
        run.Output.ShouldContain(".env:1:1: warning[exposure/env-autoload]: Gemini CLI loads .env");
        run.Output.ShouldContain(".claude/settings.json:1:1: warning[exposure/shell-bypass]: Claude Code hides .env");
        run.Output.ShouldNotContain(Workspace.Token);
    }

    [Fact]
    public void The_report_says_what_each_tool_reads_and_what_closes_it()
    {
        var report = JsonDocument.Parse(_at.Run("report", "exposure", "-o", "json").Output).RootElement;
        var files = report.GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("path").GetString()!);
        Readers(files[".env"]).ShouldBe(["Cursor"]);
        files[".env"].GetProperty("secrets").EnumerateObject().Single().Name.ShouldBe("secrets/stripe-secret-key");
        Readers(files["data/raw/survey.csv"]).ShouldBe(["Claude Code", "Cursor"]);
        Readers(files["logs/app.log"]).ShouldBe(["Claude Code", "Cursor"]);
        files["analysis.ipynb"].GetProperty("places").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).ShouldBe(["exposure/home-path", "exposure/internal-host"]);
        files.Values.ShouldAllBe(f => f.GetProperty("change").GetString()!.Length > 0);
        files.ShouldNotContainKey("model.py");
        _at.Run("report", "exposure").Output.ShouldContain("`sallyport init --ignore-files --write` hides it");
        _at.Run("report", "exposure", "-o", "markdown").Output.ShouldContain("| `.env` | private by its name (.env), 1 stripe-secret-key | Cursor |");
    }

    [Fact]
    public void After_the_changes_nothing_private_is_readable()
    {
        _at.Run("init", "--ignore-files", "--write").ExitCode.ShouldBe(0);
        _at.With(".cursorignore", _at.Read(".cursorignore").Replace("./.env\n", "", StringComparison.Ordinal)).With(".gemini/settings.json", """{"advanced": {"ignoreLocalEnv": true}}""");
        var settings = _at.Read(".claude/settings.json");
        _at.With(".claude/settings.json", settings.Insert(settings.IndexOf('{', StringComparison.Ordinal) + 1, "\"sandbox\": {\"enabled\": true},"));
        _at.Run("scan", ".", "--only", "exposure").ExitCode.ShouldBe(0);
        var report = JsonDocument.Parse(_at.Run("report", "exposure", "-o", "json").Output).RootElement;
        report.GetProperty("files").EnumerateArray().Where(f => f.GetProperty("privateBy").GetString() is not null).ShouldAllBe(f => f.GetProperty("readers").GetArrayLength() == 0);
    }

    [Fact]
    public void A_synthetic_table_stands_in_for_the_survey()
    {
        var run = _at.Run("synthesize", "data/raw/survey.csv", "--rows", "500", "--seed", "7", "--out", "survey.csv");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("original cells left in columns that must hold none: 0");
        run.Error.ShouldContain("distance to the nearest original");
        var first = _at.Read("survey.csv");
        first.Split('\n').Length.ShouldBe(502);
        first.ShouldNotContain("@klinik.test");
        _at.Run("synthesize", "data/raw/survey.csv", "--rows", "500", "--seed", "7", "--quiet").Output.ShouldBe(first);
        _at.Run("synthesize", "data/raw/survey.csv", "--out", "data/raw/survey.csv").Error.ShouldContain("would write over an original");
        _at.Run("synthesize", "nothing.csv").ExitCode.ShouldBe(2);
        _at.Run("synthesize", "model.py", ".env").Error.ShouldContain("add `--out FOLDER`");
        _at.With("bad.csv", "a,b\n1,2\n3\n").Run("synthesize", "bad.csv").Error.ShouldContain("bad.csv:3: this row has 1 cells where the first has 2");
    }

    private static string[] Readers(JsonElement file) => [.. file.GetProperty("readers").EnumerateArray().Select(r => r.GetString()!)];

    private static string Survey(Random random, int rows) => "id,email,age,score\n" + string.Concat(Enumerable.Range(1, rows).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"P-{i:000},person{random.Next(100000)}@klinik.test,{random.Next(18, 80)},{random.NextDouble() * 10:0.00}\n")));
}
