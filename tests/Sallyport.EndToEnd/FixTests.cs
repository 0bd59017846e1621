namespace Sallyport.EndToEnd;

public sealed class FixTests : IDisposable
{
    private readonly Workspace _at = new();

    public void Dispose() => _at.Dispose();

    private const string Text = "import os\r\nx = load()   # sallyport: ignore[secrets/stripe-secret-key] -- rotated\r\n\r\n// sallyport: ignore[secrets/gitlab-personal-access-token] until 2020-01-01 -- soon\r\ny = 2\t\r\nz = 3";

    [Fact]
    public void The_diff_is_shown_and_nothing_is_changed()
    {
        var run = _at.With("a.py", Text).Run("fix");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldStartWith("--- a/a.py\n+++ b/a.py\n@@ -1,6 +1,5 @@\n import os\r\n-x = load()   # sallyport");
        run.Error.ShouldContain("2 safe fixes in 1 file");
        _at.Read("a.py").ShouldBe(Text);
    }

    [Fact]
    public void Git_can_apply_the_diff_and_gets_what_write_makes()
    {
        _at.Git("init", "-q").With("src/a.py", Text);
        var diff = _at.Run("fix").Output;
        _at.With("fix.diff", diff).Git("apply", "fix.diff");
        var applied = _at.Read("src/a.py");
        _at.With("src/a.py", Text).Run("fix", "--write").ExitCode.ShouldBe(0);
        _at.Read("src/a.py").ShouldBe(applied);
    }

    [Fact]
    public void Everything_outside_of_the_fix_stays_byte_for_byte()
    {
        _at.With("a.py", Text).Run("fix", "--write");
        _at.Read("a.py").ShouldBe("import os\r\nx = load()\r\n\r\ny = 2\t\r\nz = 3");
    }

    [Fact]
    public void A_secret_has_no_safe_fix()
    {
        var run = _at.With("a.py", $"key = '{Workspace.Token}'\n").Run("fix", "--write");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("no safe fixes\n1 finding needs a person");
    }

    [Fact]
    public void The_mode_of_a_file_and_a_link_to_it_stay()
    {
        _at.With("a.sh", Text);
        File.SetUnixFileMode(_at.Path("a.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(_at.Path("b.sh"), "a.sh");
        _at.Run("fix", "--write", "b.sh");
        File.ResolveLinkTarget(_at.Path("b.sh"), false)!.Name.ShouldBe("a.sh");
        File.GetUnixFileMode(_at.Path("a.sh")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _at.Read("a.sh").ShouldNotContain("sallyport");
    }
}
