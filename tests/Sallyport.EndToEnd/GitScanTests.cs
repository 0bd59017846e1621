namespace Sallyport.EndToEnd;

/// <summary>What is staged, what changed, what ever was.</summary>
public sealed class GitScanTests : IDisposable
{
    private readonly Workspace _at = new Workspace().Git("init", "-q", "-b", "main").With("old.py", $"key = '{Workspace.Token}'\n").Git("add", ".").Git("commit", "-qm", "one");

    public void Dispose() => _at.Dispose();

    [Fact]
    public void An_empty_diff_is_clean()
    {
        _at.Run("scan", "--staged").ExitCode.ShouldBe(0);
        _at.Run("scan", "--diff", "main").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void What_is_staged_counts_and_nothing_else_does()
    {
        _at.With("new.py", $"key = '{Workspace.Token}'\n");
        _at.Run("scan", "--staged").ExitCode.ShouldBe(0);
        _at.Git("add", "new.py");
        var run = _at.Run("scan", "--staged");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("new.py:1:");
        run.Output.ShouldNotContain("old.py");
    }

    [Fact]
    public void Only_changed_lines_count_against_a_revision()
    {
        _at.With("old.py", $"key = '{Workspace.Token}'\nx = 1\n");
        _at.Run("scan", "--diff", "main").ExitCode.ShouldBe(0);
        _at.With("old.py", $"key = '{Workspace.Token}'\nother = '{Workspace.Token}'\n");
        _at.Run("scan", "--diff=main").Output.ShouldContain("old.py:2:");
    }

    [Fact]
    public void History_finds_what_was_removed()
    {
        _at.Git("rm", "-q", "old.py").Git("commit", "-qm", "two").With("a.py", "x = 1\n");
        _at.Run("scan", ".").ExitCode.ShouldBe(0);
        _at.Run("scan", "--history").ExitCode.ShouldBe(1);
        _at.Run("scan", "--history=main~1..main").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_baseline_and_a_configuration_hold_for_a_diff_from_a_folder_below()
    {
        _at.With("web/sallyport.yml", "exclude: [secrets]\n").With("web/a.py", $"key = '{Workspace.Token}'\n").Git("add", ".");
        _at.Run("scan", "--staged", "web").ExitCode.ShouldBe(0);
        _at.Run("scan", "--staged", "web", "--untrusted").ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("is no revision of this repository", "--diff", "nowhere")]
    [InlineData("`--staged` and `--history` do not go together", "--staged", "--history")]
    [InlineData("`--staged` looks at one repository", "--staged", "old.py", ".")]
    [InlineData("`old.py` is no folder", "--staged", "old.py")]
    [InlineData("goes with no other path", "-", "old.py")]
    public void What_makes_no_sense_is_a_mistake(string message, params string[] arguments)
    {
        var run = _at.Run(["scan", .. arguments]);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public void Standard_input_is_looked_at()
    {
        Executable.Start(_at, ["scan", "-"], $"key = '{Workspace.Token}'\n").ExitCode.ShouldBe(1);
        Executable.Start(_at, ["scan", "-"], "x = 1\n").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void The_hook_that_init_writes_stops_a_commit()
    {
        _at.Run("init", "--write");
        Executable.OnPath(_at);
        _at.With("new.py", $"key = '{Workspace.Token}'\n").Git("add", ".");
        Should.Throw<InvalidOperationException>(() => _at.Git("commit", "-qm", "three"));
        _at.With("new.py", "x = 1\n").Git("add", ".").Git("commit", "-qm", "three");
    }
}
