using System.Text;
using Sallyport.Core;
using Sallyport.Core.Findings;
using Sallyport.Rules.Imports;

namespace Sallyport.Rules.Tests.Imports.Kingfisher;

public sealed class KingfisherFileTests
{
    [Fact]
    public void A_rule_is_read_whole()
    {
        var imported = Rules("""
            rules:
              - name: Our key
                id: ours.key.1
                pattern: |
                  (?xi)
                  our [_-] key   # the name
                  \s* = \s*
                  (?P<prefix> ok_ )?
                  ( [a-z0-9]{20} )
                  \b
                min_entropy: 3.5
                confidence: medium
                examples:
                  - our_key = x
                references: [https://example.org]
            """);
        imported.Notes.ShouldBeEmpty();
        var rule = imported.Rules.ShouldHaveSingleItem();
        (rule.Id, rule.Title, rule.Confidence, rule.MinEntropy, rule.SecretGroup).ShouldBe(("imported/kingfisher/ours.key.1", "Our key", Confidence.Medium, 3.5, 2));
        Secret(rule, "Our-Key = ok_abcdefghij0123456789").ShouldBe("abcdefghij0123456789");
    }

    [Theory]
    [InlineData("(?P<id>a)(?P<token>b)", "b")]
    [InlineData("(?P<id>a)(b)", "b")]
    [InlineData("(?P<id>a)b", "a")]
    [InlineData("ab", "ab")]
    public void The_secret_is_TOKEN_or_the_first_unnamed_group(string pattern, string secret) =>
        Secret(Rules($"rules: [{{name: n, id: i, pattern: '{pattern}'}}]").Rules[0], "xabx").ShouldBe(secret);

    [Theory]
    [InlineData("min_digits: 2", "a1", false)]
    [InlineData("min_digits: 2", "a12", true)]
    [InlineData("min_uppercase: 1", "a12", false)]
    [InlineData("min_lowercase: 1", "A12", false)]
    [InlineData("min_special_chars: 1", "aB1", false)]
    [InlineData("min_special_chars: 1", "a$1", true)]
    [InlineData("{min_special_chars: 1, special_chars: 'x'}", "a$1", false)]
    [InlineData("ignore_if_contains: [' Test ']", "atEstb", false)]
    [InlineData("ignore_if_contains: [' Test ']", "ab", true)]
    public void A_secret_must_be_made_as_required(string requirements, string secret, bool accepted) =>
        Rules($"rules:\n- name: n\n  id: i\n  pattern: a\n  pattern_requirements: {(requirements[0] == '{' ? requirements : $"{{{requirements}}}")}\n")
            .Rules[0].Requirements!.Accept(Encoding.UTF8.GetBytes(secret)).ShouldBe(accepted);

    [Fact]
    public void Helpers_report_nothing_and_validation_stays_out()
    {
        var imported = Rules("""
            rules:
              - {name: helper, id: h.1, pattern: 'abc', visible: false}
              - {name: a, id: a.1, pattern: 'abc', validation: {type: Http}, depends_on_rule: [{rule_id: h.1, variable: H}]}
              - {name: b, id: b.1, pattern: 'abd', validation: {type: Http}, vendor: x}
            """);
        imported.Rules.Select(r => r.Id).ShouldBe(["imported/kingfisher/a.1", "imported/kingfisher/b.1"]);
        imported.Notes.Select(n => n.ToString()).ShouldBe([
            "a.yml: left out: `visible: false` makes it a helper that reports nothing (`h.1`)",
            "a.yml: `validation` and `revocation` are not honoured: nothing is sent anywhere (`a.1`, `b.1`)",
            "a.yml: `depends_on_rule` is not honoured: a match is reported without the other rule (`a.1`)",
            "a.yml: `vendor` is no key of a kingfisher 1 rule and is passed over (`b.1`)",
        ]);
    }

    [Fact]
    public void Look_around_is_refused_with_the_line_of_the_pattern() =>
        Rules("rules:\n  - name: a\n    id: a.1\n    pattern: 'a(?!b)'\n").Notes.ShouldHaveSingleItem().ToString()
            .ShouldBe("a.yml:4: rule `a.1` is left out: look-around is refused: it cannot be matched in linear time (at character 4 of the expression)");

    [Theory]
    [InlineData("rules:\n  - name: \"a\n", "a.yml:", "the file must be YAML")]
    [InlineData("- a", "a.yml:1: this is no mapping", "in a list `rules:`")]
    [InlineData("rulez: []", "a.yml:1: there is no list `rules`", "`name`, `id` and `pattern`")]
    [InlineData("rules:\n- name: a\n  pattern: b", "a.yml:2: a rule has no `id`", "`name`, `id` and `pattern`")]
    [InlineData("rules:\n- id: a", "a.yml:2: a rule has no `pattern`", "`name`, `id` and `pattern`")]
    [InlineData("rules:\n- id: a\n  pattern: b\n  confidence: sure", "a.yml:4: there is no confidence `sure`", "low, medium or high")]
    [InlineData("rules:\n- id: a\n  pattern: b\n  min_entropy: high", "a.yml:4: `min_entropy` is something else than kingfisher reads", "it should be a number")]
    [InlineData("rules:\n- id: a\n  pattern: [b]", "a.yml:3: `pattern` is something else than kingfisher reads", "it should be a single value")]
    public void A_broken_file_is_a_mistake_with_line_and_hint(string yaml, string message, string hint)
    {
        var error = Should.Throw<UserException>(() => Rules(yaml));
        error.Message.ShouldStartWith(message);
        error.Hint.ShouldContain(hint);
    }

    private static ImportedRules Rules(string yaml) => new RuleFolder().With("a.yml", yaml).Import();

    private static string Secret(ImportedRule rule, string text)
    {
        var (marks, work) = (new int[rule.Expression!.Marks], 0L);
        rule.Expression.TryFind(Encoding.UTF8.GetBytes(text), 0, text.Length, marks, ref work).ShouldBeTrue();
        var secret = rule.Secret(marks);
        return text.Substring(secret.Start, secret.Length);
    }
}
