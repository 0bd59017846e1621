namespace Sallyport.EndToEnd;

/// <summary>The table of exit codes.</summary>
public sealed class ScanExitCodeTests : IDisposable
{
    private readonly Workspace _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void A_clean_tree_is_0() => _at.With("a.py", "x = 1\n").Run("scan", ".").ExitCode.ShouldBe(0);

    [Fact]
    public void A_finding_at_the_threshold_is_1() => _at.With("a.py", $"key = '{Workspace.Token}'\n").Run("scan", ".").ExitCode.ShouldBe(1);

    [Fact]
    public void A_finding_below_the_threshold_is_0() =>
        _at.With("a.py", $"key = '{Workspace.Token}'\n").Run("scan", ".", "--fail-on", "error").ExitCode.ShouldBe(0);

    [Fact]
    public void A_left_out_rule_is_0() =>
        _at.With("a.py", $"key = '{Workspace.Token}'\n").Run("scan", ".", "--exclude", "secrets").ExitCode.ShouldBe(0);

    [Fact]
    public void An_empty_folder_is_2_because_nothing_was_looked_at() => _at.Run("scan", ".").ExitCode.ShouldBe(2);

    [Fact]
    public void A_path_that_is_not_there_is_2()
    {
        var run = _at.Run("scan", "nowhere");
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("`nowhere` does not exist");
    }

    [Theory]
    [InlineData("--fail-no", "did you mean `--fail-on`?")]
    [InlineData("--only=secret", "did you mean `secrets`?")]
    [InlineData("--exclude=secrets/stripe-secret-kay", "did you mean `secrets/stripe-secret-key`?")]
    [InlineData("--threads=0", "use a number from 1 to 1024")]
    [InlineData("--color=sometimes", "use one of auto, always, never")]
    public void Bad_usage_is_2_with_a_hint_on_standard_error(string argument, string hint)
    {
        var run = _at.With("a.py", "x = 1\n").Run("scan", ".", argument);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(hint);
    }

    [Fact]
    public void No_command_is_2_and_help_goes_to_standard_error()
    {
        var run = _at.Run();
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("Usage: sallyport COMMAND");
    }

    [Fact]
    public void Help_that_was_asked_for_is_0_on_standard_output()
    {
        var run = _at.Run("scan", "--help");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("--fail-on LEVEL");
    }
}
