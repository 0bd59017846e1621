namespace Sallyport.EndToEnd;

public sealed class BaselineTests : IDisposable
{
    private readonly Workspace _at = new();

    public BaselineTests() => _at.With("a.py", $"key = '{Workspace.Token}'\n").Git("init", "-q");

    public void Dispose() => _at.Dispose();

    [Fact]
    public void The_first_run_accepts_what_is_there()
    {
        _at.Run("baseline").ExitCode.ShouldBe(0);
        var scan = _at.Run("scan", ".");
        scan.ExitCode.ShouldBe(0);
        scan.Output.ShouldContain("1 suppressed");
    }

    [Fact]
    public void It_holds_when_the_line_moves_and_wherever_the_scan_starts()
    {
        _at.With("src/a.py", $"key = '{Workspace.Token}'\n").Run("baseline");
        _at.With("src/a.py", $"import os\n\nkey = '{Workspace.Token}'\n");
        _at.Run("scan", ".").ExitCode.ShouldBe(0);
        _at.Run("scan", "src/a.py").ExitCode.ShouldBe(0);
        _at.Run("scan", _at.Root).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void What_is_new_is_not_accepted_unless_asked_for()
    {
        _at.Run("baseline");
        _at.With("b.py", $"key = '{Workspace.Token}'\n");
        _at.Run("baseline").Error.ShouldContain("hint: 1 new finding is not accepted");
        _at.Run("scan", ".").ExitCode.ShouldBe(1);
        _at.Run("baseline", "--accept-new");
        _at.Run("scan", ".").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void It_shrinks_when_a_finding_or_its_file_is_gone()
    {
        _at.With("b.py", $"key = '{Workspace.Token}'\n").Run("baseline");
        _at.With("a.py", "x = 1\n");
        File.Delete(_at.Path("b.py"));
        _at.Run("baseline", "--check").ExitCode.ShouldBe(1);
        _at.Run("baseline").Error.ShouldContain("0 accepted, 0 new, 2 gone");
        _at.Run("baseline", "--check").ExitCode.ShouldBe(0);
        _at.Read(".sallyport/baseline.json").ShouldBe("{\n  \"version\": 1,\n  \"entries\": []\n}\n");
    }

    [Fact]
    public void A_tree_that_is_not_trusted_has_no_baseline()
    {
        _at.Run("baseline");
        _at.Run("scan", ".", "--untrusted").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void It_holds_no_part_of_the_value()
    {
        _at.Run("baseline");
        _at.Read(".sallyport/baseline.json").ShouldNotContain(Workspace.Token[..8]);
    }

    [Fact]
    public void A_spoiled_baseline_is_an_error_with_a_way_out()
    {
        var run = _at.With(".sallyport/baseline.json", "{}").Run("scan", ".");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("restore it from version control");
    }
}
