namespace Sallyport.EndToEnd;

/// <summary>Rules of gitleaks and kingfisher, as a user brings them.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Toml = """
        [[rules]]
        id = "acme"
        description = "Acme key"
        regex = '''acme_key\s*=\s*["']?([a-z0-9]{16})\b'''
        keywords = ["acme"]
        """;

    private const string Yaml = """
        rules:
          - name: Zeta key
            id: zeta.1
            pattern: 'zeta_key=([a-z0-9]{16})\b'
            confidence: medium
            validation: {type: Http}
        """;

    private static readonly string Secret = Random.Shared.GetString("bcdfghjkmnpqrstvwxz23456789", 16);
    private readonly Workspace _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void A_rule_file_of_the_command_line_runs_and_its_secret_is_masked()
    {
        var run = _at.With("a.py", $"acme_key = '{Secret}'\n").With("rules/acme.toml", Toml).Run("scan", "a.py", "--rules", "rules/acme.toml", "--output", "concise");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("imported/gitleaks/acme");
        run.Output.ShouldContain("Acme key");
        run.Output.ShouldNotContain(Secret);
        run.Error.ShouldNotContain("note:");
    }

    [Fact]
    public void The_configuration_names_files_and_globs_and_may_name_their_rules()
    {
        _at.With("sallyport.yml", "imports: [rules/acme.toml, more/*.yml]\nignore:\n  - {rule: imported/gitleaks/acme, path: old, reason: rotated}\n")
            .With("rules/acme.toml", Toml).With("more/zeta.yml", Yaml).With("more/deep/broken.yml", "x")
            .With("a.py", $"acme_key = '{Secret}'\nzeta_key={Secret}\n").With("old/a.py", $"acme_key = '{Secret}'\n");
        var run = _at.Run("scan", "--output", "concise");
        run.Error.ShouldContain("note: more/zeta.yml: `validation` and `revocation` are not honoured");
        run.Output.ShouldContain("imported/gitleaks/acme");
        run.Output.ShouldContain("imported/kingfisher/zeta.1");
        run.Output.ShouldContain("1 suppressed");
        run.ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_gitleaks_file_that_merely_lies_there_is_not_taken_up()
    {
        var run = _at.With(".gitleaks.toml", Toml).With("a.py", $"acme_key = '{Secret}'\n").Run("scan", "--only", "secrets/stripe-secret-key");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldNotContain("gitleaks");
    }

    [Fact]
    public void A_tree_that_is_not_trusted_brings_no_rules_but_the_operator_does()
    {
        _at.With("sallyport.yml", "imports: [acme.toml]\n").With("acme.toml", Toml).With("a.py", $"acme_key = '{Secret}'\n");
        _at.Run("scan", "--untrusted", "--output", "concise").Output.ShouldNotContain("imported/gitleaks/acme");
        _at.Run("scan", "--untrusted", "--rules", "acme.toml", "--output", "concise").Output.ShouldContain("imported/gitleaks/acme");
    }

    [Fact]
    public void Imported_rules_are_chosen_like_others()
    {
        _at.With("acme.toml", Toml).With("a.py", $"acme_key = '{Secret}'\n");
        _at.Run("scan", "a.py", "--rules", "acme.toml", "--only", "imported").ExitCode.ShouldBe(1);
        _at.Run("scan", "a.py", "--rules", "acme.toml", "--only", "imported", "--exclude", "imported/gitleaks/acme").ExitCode.ShouldBe(0);
        _at.Run("scan", "a.py", "--rules", "acme.toml", "--only", "secrets/stripe-secret-key").Error
            .ShouldContain("note: no imported rule runs: what --only and --exclude say leaves out the family `imported`");
        _at.Run("scan", "a.py", "--rules", "acme.toml", "--exclude", "imported/gitleaks/acne").Error.ShouldContain("did you mean `imported/gitleaks/acme`?");
    }

    [Theory]
    [InlineData("x = ", "error: bad.toml:1: the end of the file where a value should stand", "hint: the file must be TOML 1.0")]
    [InlineData("[[rules]]\nid = 3", "error: bad.toml:2: `id` is an integer", "hint: it should be a string")]
    public void A_broken_file_is_2_with_file_line_cause_and_hint(string toml, string error, string hint)
    {
        var run = _at.With("a.py", "x = 1\n").With("bad.toml", toml).Run("scan", "a.py", "--rules", "bad.toml");
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(error);
        run.Error.ShouldContain(hint);
    }

    [Fact]
    public void A_file_that_is_not_there_is_2_with_the_line_that_names_it()
    {
        _at.With("a.py", "x = 1\n").Run("scan", "--rules", "gone.toml").Error.ShouldContain("error: `gone.toml` does not exist");
        var run = _at.With("sallyport.yml", "preview: true\nimports:\n  - gone.toml\n").Run("scan");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("error: sallyport.yml:3: `gone.toml` does not exist");
        _at.With("sallyport.yml", "imports: 'gone/*.toml'\n").Run("scan").Error.ShouldContain("error: sallyport.yml:1: no file fits `gone/*.toml`");
    }

    [Fact]
    public void What_cannot_be_honoured_is_a_note_on_standard_error()
    {
        var run = _at.With("a.py", "x = 1\n").With("look.toml", "[[rules]]\nid = 'look'\nregex = 'acme(?=x)'\n").Run("scan", "a.py", "--rules", "look.toml");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("note: look.toml:2: rule `look` is left out: look-around is refused: it cannot be matched in linear time");
    }
}
