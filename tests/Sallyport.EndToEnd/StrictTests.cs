namespace Sallyport.EndToEnd;

/// <summary>What was not read is never silence.</summary>
public sealed class StrictTests : IDisposable
{
    private readonly Workspace _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Only_binary_content_is_nothing_that_was_read()
    {
        File.WriteAllBytes(_at.Path("a.bin"), [0, 1, 2, 3, 0, 0, 0, 255]);
        var run = _at.Run("scan", ".");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("nothing could be read, 1 skipped");
    }

    [Fact]
    public void Expected_skips_are_no_gap_for_strict()
    {
        File.WriteAllBytes(_at.With("a.py", "x = 1\n").Path("a.bin"), [0, 1, 2, 3, 0, 0, 0, 255]);
        _at.Run("scan", ".", "--strict").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_broken_archive_is_a_gap_that_strict_does_not_allow()
    {
        File.WriteAllBytes(_at.With("a.py", "x = 1\n").Path("a.zip"), [(byte)'P', (byte)'K', 3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        _at.Run("scan", ".").ExitCode.ShouldBe(0);
        var run = _at.Run("scan", ".", "--strict");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("1 not read, which `--strict` does not allow");
        run.Error.ShouldContain("a.zip");
    }
}
