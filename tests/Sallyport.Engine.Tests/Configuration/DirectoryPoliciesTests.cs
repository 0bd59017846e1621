using Sallyport.Core;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Engine.Configuration;

namespace Sallyport.Engine.Tests.Configuration;

public sealed class DirectoryPoliciesTests
{
    private readonly MemoryFiles _files = new MemoryFiles().With("/p/.git/HEAD", "");

    [Fact]
    public void Without_any_file_a_warning_fails() => At("a.py").Policy.FailOn.ShouldBe(Level.Warning);

    [Fact]
    public void The_nearest_file_upward_wins()
    {
        _files.With("/p/sallyport.yml", "fail-on: error\nexclude: [secrets/stripe-secret-key]\n").With("/p/web/sallyport.yml", "fail-on: note\n");
        At("src/a.py").Policy.FailOn.ShouldBe(Level.Error);
        At("web/deep/a.js").Policy.FailOn.ShouldBe(Level.Note);
        At("web/deep/a.js").Policy.Runs(Sample.Rule).ShouldBeTrue();
        At("src/a.py").Policy.Runs(Sample.Rule).ShouldBeFalse();
    }

    [Fact]
    public void Patterns_are_relative_to_their_file_wherever_the_scan_starts()
    {
        _files.With("/p/web/sallyport.yml", "paths:\n  exclude:\n    - path: /gen\n      reason: generated\n");
        At("web/gen/a.js").ShouldSatisfyAllConditions(at => at.Policy.Excludes(at.Path).ShouldBe("generated"));
        At("gen/a.js", working: "/p/web").ShouldSatisfyAllConditions(at => at.Policy.Excludes(at.Path).ShouldBe("generated"));
        At("gen/a.js").ShouldSatisfyAllConditions(at => at.Policy.Excludes(at.Path).ShouldBeNull());
    }

    [Fact]
    public void A_tree_that_is_not_trusted_has_no_word()
    {
        _files.With("/p/sallyport.yml", "fail-on: error\n");
        At("a.py", asked: new Policy { Trusted = false }).Policy.FailOn.ShouldBe(Level.Warning);
    }

    [Theory]
    [InlineData("fail-on: warning", "fail-on: error", null, Level.Warning)]
    [InlineData("fail-on: warning", "fail-on: note", null, Level.Note)]
    [InlineData("fail-on: warning", "", Level.Error, Level.Warning)]
    [InlineData("fail-on: error", "", null, Level.Error)]
    [InlineData("", "fail-on: note", Level.Error, Level.Error)]
    public void A_lower_layer_only_tightens_the_threshold(string organisation, string repository, Level? asked, Level expected)
    {
        _files.With("/etc/policy.yml", organisation).With("/p/sallyport.yml", repository);
        At("a.py", failOn: asked).Policy.FailOn.ShouldBe(expected);
    }

    [Fact]
    public void What_the_organisation_requires_cannot_be_left_out_or_accepted()
    {
        _files.With("/etc/policy.yml", "require: [secrets]\n")
            .With("/p/sallyport.yml", "exclude: [secrets]\nignore:\n  - rule: secrets\n    reason: too many\n");
        var policy = At("a.py", asked: new Policy { Exclude = ["secrets"] }).Policy;
        policy.Runs(Sample.Rule).ShouldBeTrue();
        policy.Accepts(Sample.Rule, "a.py", new DateOnly(2026, 1, 1)).ShouldBeNull();
    }

    [Fact]
    public void An_entry_accepts_until_its_last_day_where_its_pattern_fits()
    {
        _files.With("/p/sallyport.yml", "ignore:\n  - rule: secrets/stripe-secret-key\n    path: test/**\n    reason: revoked\n    until: 2026-06-01\n");
        var policy = At("test/a.py").Policy;
        policy.Accepts(Sample.Rule, "test/a.py", new DateOnly(2026, 6, 1))!.Reason.ShouldBe("revoked");
        policy.Accepts(Sample.Rule, "test/a.py", new DateOnly(2026, 6, 2)).ShouldBeNull();
        policy.Accepts(Sample.Rule, "src/a.py", new DateOnly(2026, 6, 1)).ShouldBeNull();
    }

    [Theory]
    [InlineData("fail-no: error\n", "sallyport.yml:1: unknown key `fail-no`", "did you mean `fail-on`?")]
    [InlineData("fail-on: eror\n", "sallyport.yml:1: `eror` is no level", "use error, warning or note")]
    [InlineData("\nexclude: [secrets/stripe-secret-kay]\n", "sallyport.yml:2: there is no rule or family `secrets/stripe-secret-kay`", "did you mean `secrets/stripe-secret-key`?")]
    [InlineData("ignore:\n  - rule: secrets\n", "sallyport.yml:2: `reason` is missing", "add it: why")]
    [InlineData("ignore:\n  - rule: secrets\n    reason: x\n    untl: 2027-01-01\n", "sallyport.yml:4: unknown key `untl`", "did you mean `until`?")]
    [InlineData("ignore:\n  - rule: secrets\n    reason: x\n    until: soon\n", "sallyport.yml:4: `soon` is no day", "write it as 2027-06-01")]
    [InlineData("require: [secrets]\n", "sallyport.yml:1: `require` stands only in the files of organisation and user", "move it to ~/.config/sallyport/policy.yml")]
    [InlineData("- a\n", "sallyport.yml:1: a configuration is a mapping of keys to values", "write `fail-on: warning`, for example")]
    [InlineData("ignore: yes\n", "sallyport.yml:1: `ignore` is a list", "begin each entry with `- `")]
    public void A_mistake_names_its_line_and_what_to_write(string text, string message, string hint)
    {
        _files.With("/p/sallyport.yml", text);
        var mistake = Should.Throw<UserException>(() => At("a.py"));
        mistake.Message.ShouldBe(message);
        mistake.Hint.ShouldBe(hint);
    }

    [Fact]
    public void A_file_is_compiled_once_and_a_spoiled_cache_is_not_believed()
    {
        _files.With("/p/sallyport.yml", "fail-on: error\npaths:\n  exclude:\n    - path: a\n      reason: b\n");
        At("a.py");
        var kept = _files.Paths.Single(p => p.StartsWith("/cache/", StringComparison.Ordinal));
        At("a.py").Policy.FailOn.ShouldBe(Level.Error);
        _files.With(kept, "spoiled, and longer than any thirty-two bytes are");
        At("a.py").Policy.FailOn.ShouldBe(Level.Error);
    }

    [Fact]
    public void An_entry_that_is_over_is_found_in_the_configuration_itself()
    {
        const string Text = "ignore:\n  - rule: secrets\n    reason: x\n    until: 2026-01-01\n";
        _files.With("/p/sallyport.yml", Text);
        var finding = Sample.Examine(Text, At("sallyport.yml").Policy, "sallyport.yml").ShouldHaveSingleItem();
        finding.Rule.ShouldBe("policy/suppression-expired");
        finding.Start.Line.ShouldBe(2);
    }

    private PolicyAt At(string path, string working = "/p", Policy? asked = null, Level? failOn = null)
    {
        var sources = new ConfigurationSources(_files, new UserCache(_files, "/cache"), BuiltInRules.Load()) { Organisation = "/etc/policy.yml" };
        return DirectoryPolicies.Load(Project.Around(".", working, _files), sources, asked ?? new Policy(), failOn).For(path);
    }
}
