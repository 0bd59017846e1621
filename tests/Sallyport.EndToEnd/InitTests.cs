namespace Sallyport.EndToEnd;

public sealed class InitTests : IDisposable
{
    private readonly Workspace _at = new Workspace().Git("init", "-q").With("a.py", "x = 1\n");

    public void Dispose() => _at.Dispose();

    [Fact]
    public void The_diff_comes_first_and_nothing_is_changed()
    {
        var run = _at.Run("init");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("+++ b/sallyport.yml");
        run.Output.ShouldContain("+++ b/.git/hooks/pre-commit");
        run.Error.ShouldContain("hint: nothing was changed");
        File.Exists(_at.Path("sallyport.yml")).ShouldBeFalse();
    }

    [Fact]
    public void What_is_written_is_taken_back_to_the_byte()
    {
        var before = Files();
        _at.Run("init", "--write").ExitCode.ShouldBe(0);
        _at.Run("scan", ".").ExitCode.ShouldBe(0, "the configuration it writes is valid");
        _at.Run("init", "--write").Error.ShouldContain("everything is set up already");
        _at.Run("init", "--undo", "--write").ExitCode.ShouldBe(0);
        Files().ShouldBe(before);
    }

    [Fact]
    public void What_was_changed_since_stays()
    {
        _at.Run("init", "--write");
        _at.With("sallyport.yml", "fail-on: note\n" + _at.Read("sallyport.yml"));
        _at.Run("init", "--undo", "--write").Error.ShouldContain("sallyport.yml was changed since; it stays");
        File.Exists(_at.Path("sallyport.yml")).ShouldBeTrue();
    }

    [Fact]
    public void A_hook_that_is_there_keeps_its_lines()
    {
        const string Hook = "#!/bin/bash\necho mine\nexit 0\n";
        _at.With(".git/hooks/pre-commit", Hook).Run("init", "--write");
        _at.Read(".git/hooks/pre-commit").ShouldStartWith("#!/bin/bash\n# >>> sallyport init\n");
        _at.Read(".git/hooks/pre-commit").ShouldEndWith("echo mine\nexit 0\n");
        _at.Run("init", "--undo", "--write");
        _at.Read(".git/hooks/pre-commit").ShouldBe(Hook);
    }

    [Fact]
    public void A_hook_that_is_no_script_is_left_alone()
    {
        var run = _at.With(".git/hooks/pre-commit", "#!/usr/bin/env python3\nprint(1)\n").Run("init");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("hint: call `sallyport scan --staged` from it yourself");
    }

    [Fact]
    public void Doctor_says_when_a_hook_does_not_hold()
    {
        _at.Run("doctor").ExitCode.ShouldBe(0);
        _at.Run("init", "--write");
        File.SetUnixFileMode(_at.Path(".git/hooks/pre-commit"), UnixFileMode.UserRead);
        var run = _at.Run("doctor");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("is not executable, so git does not run it");
    }

    [Fact]
    public void Doctor_says_when_the_configuration_is_wrong()
    {
        var run = _at.With("sallyport.yml", "fail-no: error\n").Run("doctor");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("BROKEN   configuration    sallyport.yml:1: unknown key `fail-no`");
    }

    private List<string> Files() =>
        [.. Directory.EnumerateFiles(_at.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => f + "\n" + File.ReadAllText(f))];
}
