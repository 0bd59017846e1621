namespace Sallyport.EndToEnd;

public sealed class ConfigurationTests : IDisposable
{
    private readonly Workspace _at = new();

    public ConfigurationTests() => _at.With("src/a.py", $"key = '{Workspace.Token}'\n").Git("init", "-q");

    public void Dispose() => _at.Dispose();

    [Fact]
    public void An_excluded_file_is_not_looked_at()
    {
        _at.With("b.py", "x = 1\n").With("sallyport.yml", "paths:\n  exclude:\n    - path: src\n      reason: vendored\n");
        _at.Run("scan", ".").ExitCode.ShouldBe(0);
        _at.Run("scan", ".", "--untrusted").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void An_accepted_finding_is_reported_as_suppressed()
    {
        _at.With("sallyport.yml", "ignore:\n  - rule: secrets\n    path: src/**\n    reason: revoked long ago\n");
        var run = _at.Run("scan", ".", "--suppressed");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("revoked long ago");
    }

    [Fact]
    public void The_second_run_reads_the_compiled_form()
    {
        _at.With("sallyport.yml", "fail-on: error\n");
        _at.Run("scan", ".").ExitCode.ShouldBe(0);
        Directory.GetFiles(Path.Combine(_at.Home, ".cache/sallyport")).Length.ShouldBe(1);
        _at.Run("scan", ".").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_mistake_is_2_and_names_the_line()
    {
        var run = _at.With("src/sallyport.yml", "\nfail-no: error\n").Run("scan", ".");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("src/sallyport.yml:2: unknown key `fail-no`");
        run.Error.ShouldContain("did you mean `fail-on`?");
    }

    [Fact]
    public void The_organisation_has_the_last_word()
    {
        _at.With("sallyport.yml", "fail-on: error\n").With("policy.yml", "fail-on: warning\n");
        Executable.Start(_at, ["scan", "."], "", ("SALLYPORT_POLICY", _at.Path("policy.yml"))).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_page_of_ones_own_is_a_rule_in_a_trusted_tree()
    {
        _at.With(".sallyport/rules/secrets/acme-token.md", Page).With("b.txt", "see acme_" + new string('q', 3) + "12345678zx there\n");
        _at.Run("scan", "b.txt").Output.ShouldContain("secrets/acme-token");
        _at.Run("scan", "b.txt", "--untrusted").ExitCode.ShouldBe(0);
        _at.Run("explain", "secrets/acme-token").Output.ShouldContain("Acme token");
    }

    [Fact]
    public void A_broken_page_is_an_error_that_names_it()
    {
        var run = _at.With(".sallyport/rules/secrets/acme-token.md", Page.Replace("severity: high", "severity: awful", StringComparison.Ordinal)).Run("scan", ".");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("secrets/acme-token.md: `severity` is one of");
    }

    private const string Page = """
        ---
        title: Acme token
        severity: high
        confidence: medium
        cwe: [798]
        threats: [secrets-in-code]
        match:
          token: acme_[0-9a-z]{13}
        ---
        ## What it finds
        A token.
        ## Why it matters
        It opens doors.
        ## How to fix
        Revoke it.
        ## Limits
        None.

        ```env bad
        A=[|${token}|]
        ```
        ```env bad
        B=[|${token}|]
        ```
        ```env good
        A=${short}
        ```
        ```env good
        A=b
        ```

        """;
}
