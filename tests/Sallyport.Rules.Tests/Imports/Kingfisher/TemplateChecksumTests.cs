using System.Text;
using Sallyport.Core.Text;
using Sallyport.Rules.Imports;
using Sallyport.Rules.Imports.Kingfisher;

namespace Sallyport.Rules.Tests.Imports.Kingfisher;

public sealed class TemplateChecksumTests
{
    private const string Checksum = """
        rules:
          - name: Ours
            id: ours.1
            pattern: '(?P<token>our_(?P<body>[a-z]{9})(?P<checksum>[0-9A-Za-z]{6})?)'
            pattern_requirements:
              checksum:
                actual: {template: "{{ CHECKSUM }}", requires_capture: checksum}
                expected: "{{ BODY | crc32 | base62: 6 }}"
                skip_if_missing: true
        """;

    [Theory]
    [InlineData("our_abcdefghi", ChecksumOutcome.Unknown)]
    [InlineData("our_abcdefghi000000", ChecksumOutcome.Wrong)]
    public void A_checksum_that_is_missing_or_wrong_is_told_apart(string text, ChecksumOutcome outcome) => Check(Checksum, text).ShouldBe(outcome);

    // crc32("abcdefghi") is 0x8DA988AF = 2376698031, in base 62 with digits before capitals "2aqTUZ".
    [Fact]
    public void A_right_checksum_is_recognised() => Check(Checksum, "our_abcdefghi" + Base62(0x8DA988AF)).ShouldBe(ChecksumOutcome.Right);

    [Fact]
    public void What_may_not_miss_is_wrong_when_it_does() =>
        Check(Checksum.Replace("skip_if_missing: true", "skip_if_missing: false", StringComparison.Ordinal), "our_abcdefghi").ShouldBe(ChecksumOutcome.Wrong);

    [Theory]
    [InlineData("{{ V | prefix: 2 }}", "ab")]
    [InlineData("{{ V | suffix: 3 }}", "ghi")]
    [InlineData("{{ V | upcase | suffix: 1 }}", "I")]
    [InlineData("{{ V | append: \"x\" | suffix: 2 }}", "ix")]
    [InlineData("{{ V | crc32_hex }}", "8da988af")]
    [InlineData("{{ V | crc32_hex: 4 }}", "88af")]
    [InlineData("{{ V | crc32 }}", "2376698031")]
    [InlineData("{{ V | crc32_dec: 3 }}", "031")]
    [InlineData("{{ V | sha256 | prefix: 8 }}", "19cc02f2")]
    [InlineData("{{V}}", "abcdefghi")]
    public void Filters_are_computed(string template, string expected) =>
        Template.Parse(template)!.Render(new() { ["V"] = "abcdefghi" }).ShouldBe(expected);

    [Theory]
    [InlineData("{{ V | hmac_sha1: \"k\" }}")]
    [InlineData("{{ A }}{{ B }}")]
    [InlineData("{% if x %}")]
    [InlineData("")]
    public void A_template_beyond_that_is_not_guessed_at(string template) => Template.Parse(template).ShouldBeNull();

    [Fact]
    public void A_checksum_that_cannot_be_computed_is_a_note()
    {
        var imported = new RuleFolder().With("a.yml", Checksum.Replace("crc32 ", "crc99 ", StringComparison.Ordinal)).Import();
        imported.Rules.ShouldHaveSingleItem().Checksum.ShouldBeNull();
        imported.Notes.ShouldHaveSingleItem().Message.ShouldBe("`checksum` is not honoured: its template uses a filter that is not known here (`ours.1`)");
    }

    private static ChecksumOutcome Check(string yaml, string text)
    {
        var rule = new RuleFolder().With("a.yml", yaml).Import().Rules.ShouldHaveSingleItem();
        var (marks, work, bytes) = (new int[rule.Expression!.Marks], 0L, Encoding.UTF8.GetBytes(text));
        rule.Expression.TryFind(bytes, 0, bytes.Length, marks, ref work).ShouldBeTrue();
        var match = new ImportedMatch { Text = bytes, Match = TextSpan.Between(marks[0], marks[1]), Secret = rule.Secret(marks), Path = [], Commit = null };
        return rule.Checksum!.Check(match, marks, rule.Expression.Names);
    }

    private static string Base62(uint value)
    {
        const string digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var text = "";
        for (; value > 0; value /= 62)
        {
            text = digits[(int)(value % 62)] + text;
        }

        return text.PadLeft(6, '0');
    }
}
