namespace Sallyport.EndToEnd;

/// <summary>Data on standard output, talk on standard error, colour where it is wanted.</summary>
public sealed class StreamTests : IDisposable
{
    private readonly Workspace _at = new();

    public StreamTests() => _at.With("a.py", $"key = '{Workspace.Token}'\n");

    public void Dispose() => _at.Dispose();

    [Fact]
    public void A_report_goes_to_standard_output_and_nothing_else_does()
    {
        var run = _at.Run("scan", ".", "--output", "json");
        run.Error.ShouldBeEmpty();
        System.Text.Json.JsonDocument.Parse(run.Output).RootElement.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);
    }

    [Fact]
    public void The_exit_code_does_not_depend_on_the_format()
    {
        foreach (var format in new[] { "text", "json", "sarif" })
        {
            _at.Run("scan", ".", "--output", format).ExitCode.ShouldBe(1, format);
        }
    }

    [Fact]
    public void Without_a_terminal_there_is_no_colour() => _at.Run("scan", ".").Output.ShouldNotContain("\e[");

    [Theory]
    [InlineData("FORCE_COLOR", "1", true)]
    [InlineData("FORCE_COLOR", "0", false)]
    [InlineData("CLICOLOR_FORCE", "1", true)]
    [InlineData("NO_COLOR", "1", false)]
    public void The_environment_says_whether_to_colour(string name, string value, bool colored) =>
        Executable.Start(_at, ["scan", "."], "", (name, value)).Output.Contains("\e[", StringComparison.Ordinal).ShouldBe(colored);

    [Fact]
    public void The_option_wins_over_the_environment()
    {
        Executable.Start(_at, ["scan", ".", "--color", "always"], "", ("NO_COLOR", "1")).Output.ShouldContain("\e[");
        Executable.Start(_at, ["scan", ".", "--color=never"], "", ("FORCE_COLOR", "1")).Output.ShouldNotContain("\e[");
    }

    [Fact]
    public void Several_reports_of_one_run_go_to_their_files_and_leave_nothing_else()
    {
        var run = _at.With("out/keep", "").Run("scan", "a.py", "-o", "text", "-o", "json=out/a.json", "-o", "sarif=out/b.sarif");
        run.Output.ShouldContain("1 warning");
        Directory.GetFiles(_at.Path("out")).Select(Path.GetFileName).Order().ShouldBe(["a.json", "b.sarif", "keep"]);
    }

    [Fact]
    public void No_report_shows_the_value()
    {
        foreach (var format in new[] { "text", "full", "concise", "json", "sarif" })
        {
            _at.Run("scan", ".", "--output", format).Output.ShouldNotContain(Workspace.Token[..16], Case.Sensitive, format);
        }
    }

    [Fact]
    public void What_others_write_to_the_same_file_stays()
    {
        _at.With("try.sh", "{ echo before; \"$EXE\" scan a.py -o concise; \"$EXE\" --version; echo after; } > log; cat log\n");
        var lines = Executable.Bash(_at, "try.sh").Split('\n');
        lines[0].ShouldBe("before");
        lines[1].ShouldStartWith("a.py:1:");
        lines[^3].ShouldStartWith("sallyport ");
        lines[^2].ShouldBe("after");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_a_mistake_before_the_scan() =>
        _at.Run("scan", ".", "-o", "json=nowhere/a.json").Error.ShouldContain("give a file in a folder that exists");
}
