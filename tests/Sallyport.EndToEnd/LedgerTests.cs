namespace Sallyport.EndToEnd;

public sealed class LedgerTests : IDisposable
{
    private readonly Workspace _at = new Workspace().With("a.py", $"key = '{Workspace.Token}'\n").Git("init", "-q");

    public void Dispose() => _at.Dispose();

    [Fact]
    public void A_scan_leaves_one_entry_and_no_file_in_the_tree()
    {
        _at.Run("scan", ".");
        _at.Run("scan", ".", "--fail-on=error");
        var lines = _at.Run("ledger", "show").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].ShouldContain("findings");
        Directory.GetFileSystemEntries(_at.Root).Select(Path.GetFileName).Order().ShouldBe([".git", "a.py"]);
    }

    [Fact]
    public void A_tree_that_is_not_trusted_leaves_none()
    {
        _at.Run("scan", ".", "--untrusted");
        _at.Run("ledger", "show").Error.ShouldContain("the ledger of this project is empty");
    }

    [Fact]
    public void It_holds_no_part_of_a_value()
    {
        _at.Run("scan", ".");
        var ledger = Directory.GetFiles(Path.Combine(_at.Home, ".local/state/sallyport/ledger"), "*.jsonl").ShouldHaveSingleItem();
        File.ReadAllText(ledger).ShouldNotContain(Workspace.Token[..4]);
    }

    [Fact]
    public void A_disk_that_cannot_be_written_changes_nothing_but_is_said()
    {
        File.WriteAllText(Path.Combine(_at.Home, "state"), "");
        var run = Executable.Start(_at, ["scan", "."], "", ("XDG_STATE_HOME", Path.Combine(_at.Home, "state")));
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith("this scan is not in the ledger: ");
    }
}
