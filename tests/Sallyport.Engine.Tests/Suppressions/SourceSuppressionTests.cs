using Sallyport.Core.Findings;
using Sallyport.Core.Policy;

namespace Sallyport.Engine.Tests.Suppressions;

public sealed class SourceSuppressionTests
{
    private const string Ignore = "sallyport: ignore[secrets/stripe-secret-key]";

    [Theory]
    [InlineData("key = '{0}'  # {1} -- shown in the manual\n")]
    [InlineData("// {1} -- shown in the manual\nkey = '{0}'\n")]
    [InlineData("/* {1} -- shown in the manual */\nkey = '{0}'\n")]
    [InlineData("<!-- {1} -- shown in the manual -->\nkey = '{0}'\n")]
    [InlineData("-- {1} -- shown in the manual\r\nkey = '{0}'\r\n")]
    [InlineData("; {1} -- shown in the manual\nkey = '{0}'")]
    [InlineData("key = '{0}' // {1} until 2026-11-20 -- shown in the manual")]
    [InlineData("#   sallyport:   ignore[ secrets/stripe-secret-key ]   --   shown in the manual\nkey = '{0}'\n")]
    public void A_comment_beside_or_above_accepts_the_finding(string template)
    {
        var finding = Sample.Examine(Fill(template)).ShouldHaveSingleItem();
        finding.Suppression.ShouldNotBeNull();
        finding.Suppression.Kind.ShouldBe(SuppressionKind.InSource);
        finding.Suppression.Reason.ShouldBe("shown in the manual");
        finding.Fails.ShouldBeFalse();
    }

    [Fact]
    public void Comments_stacked_above_speak_for_the_line_below_them()
    {
        var text = Fill("# sallyport: ignore[secrets/gitlab-personal-access-token] -- one\n# {1} -- two\nkey = '{0}'\n");
        var findings = Sample.Examine(text);
        findings.Single(f => f.Rule == Sample.Rule).Suppression!.Reason.ShouldBe("two");
        findings.Single(f => f.Rule == "policy/suppression-unused").Start.Line.ShouldBe(1);
    }

    [Fact]
    public void A_comment_two_lines_above_accepts_nothing() =>
        Sample.Examine(Fill("# {1} -- why\n\nkey = '{0}'\n")).Select(f => f.Rule).ShouldBe([Sample.Rule, "policy/suppression-unused"]);

    [Fact]
    public void An_untrusted_text_cannot_accept_its_own_findings()
    {
        var finding = Sample.Examine(Fill("key = '{0}'  # {1} -- trust me\n"), new Policy { Trusted = false }).ShouldHaveSingleItem();
        finding.Suppression.ShouldBeNull();
    }

    [Fact]
    public void What_the_organisation_insists_on_cannot_be_accepted_in_source() =>
        Sample.Examine(Fill("key = '{0}'  # {1} -- why\n"), new Policy { Require = ["secrets"] }).ShouldHaveSingleItem().Suppression.ShouldBeNull();

    [Fact]
    public void The_day_after_the_last_day_the_finding_counts_again()
    {
        var findings = Sample.Examine(Fill("key = '{0}'  # {1} until 2026-11-19 -- why\n"));
        findings.Single(f => f.Rule == Sample.Rule).Fails.ShouldBeTrue();
        findings.Single(f => f.Rule == "policy/suppression-expired").Evidence.ShouldBe(["it held until 2026-11-19"]);
    }

    [Fact]
    public void A_rule_that_did_not_run_is_not_missed() =>
        Sample.Examine(Fill("x = 1  # {1} -- why\n"), new Policy { Exclude = [Sample.Rule] }).ShouldBeEmpty();

    [Theory]
    [InlineData("# sallyport: ignore[secrets/stripe-secret-kee] -- why", "did you mean `secrets/stripe-secret-key`?")]
    [InlineData("# sallyport: ignore secrets/stripe-secret-key -- why", "the rules stand in brackets")]
    [InlineData("# sallyport: ignore[secrets/stripe-secret-key] why", "`--` and a reason are missing")]
    [InlineData("# sallyport: ignore[secrets/stripe-secret-key]", "a reason is missing")]
    [InlineData("# sallyport: ignore[secrets/stripe-secret-key] -- ", "a reason is missing")]
    [InlineData("# sallyport: ignore[secrets/stripe-secret-key,] -- why", "a rule is missing")]
    [InlineData("# sallyport: ignore[secrets/stripe-secret-key] until 2026-13-01 -- why", "`2026-13-01` is no date")]
    [InlineData("# sallyport: disable[secrets/stripe-secret-key] -- why", "the word is `ignore`")]
    public void A_malformed_comment_is_a_finding_that_says_what_is_wrong(string comment, string problem)
    {
        var finding = Sample.Examine($"x = 1\n{comment}\n").ShouldHaveSingleItem();
        finding.Rule.ShouldBe("policy/suppression-malformed");
        finding.Start.Line.ShouldBe(2);
        finding.Evidence[0].ShouldContain(problem);
    }

    [Theory]
    [InlineData("print('sallyport: ignore[secrets/x]')")]
    [InlineData("The form is `sallyport: ignore[rule] -- reason`")]
    [InlineData("x = \"# sallyport: ignore[secrets/x]\"")]
    [InlineData("# sallyport: the gate")]
    public void Words_that_are_no_such_comment_are_left_alone(string text) => Sample.Examine(text).ShouldBeEmpty();

    private static string Fill(string template) =>
        template.Replace("{0}", Sample.Token, StringComparison.Ordinal).Replace("{1}", Ignore, StringComparison.Ordinal);
}
