namespace Sallyport.EndToEnd;

public sealed class CompletionTests : IDisposable
{
    private readonly Workspace _at = new();

    public void Dispose() => _at.Dispose();

    [Theory]
    [InlineData("scan", "sc")]
    [InlineData("--fail-on", "scan", "--fail")]
    [InlineData("error", "scan", "--fail-on", "e")]
    [InlineData("--fail-on=note", "scan", "--fail-on=n")]
    [InlineData("secrets/stripe-secret-key", "explain", "secrets/stripe-sec")]
    [InlineData("slopsquatting", "explain", "slop")]
    [InlineData("zsh", "completion", "z")]
    [InlineData(":files", "scan", "")]
    [InlineData("sarif", "scan", "-o", "sa")]
    public void What_fits_is_offered(string expected, params string[] words) =>
        _at.Run(["complete", "--", .. words]).Output.Split('\n').ShouldContain(expected);

    [Fact]
    public void A_hidden_command_is_not_offered() => _at.Run("complete", "--", "").Output.Split('\n').ShouldNotContain("complete");

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void There_is_a_script_for(string shell) => _at.Run("completion", shell).Output.ShouldContain("sallyport complete --");

    [Fact]
    public void Bash_completes_with_it()
    {
        var script = _at.Run("completion", "bash").Output;
        _at.With("try.sh", script + "\nsallyport() { \"$EXE\" \"$@\"; }\nCOMP_WORDS=(sallyport scan --fail-on er); COMP_CWORD=3; _sallyport; echo \"${COMPREPLY[@]}\"\n");
        Executable.Bash(_at, "try.sh").ShouldBe("error\n");
    }
}
