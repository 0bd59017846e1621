using System.Text;
using Sallyport.Core;
using Sallyport.Core.Text;
using Sallyport.Rules.Imports;

namespace Sallyport.Rules.Tests.Imports.Gitleaks;

public sealed class GitleaksFileTests
{
    [Fact]
    public void A_rule_is_read_whole()
    {
        var rule = One("""
            title = "ours"
            [[rules]]
            id = "our-key"
            description = "Our key"
            regex = '''(?i)our[_-]key\s*=\s*(["']?)([a-z0-9]{20})'''
            secretGroup = 2
            entropy = 3.5
            keywords = ["OUR_KEY", "our-key"]
            path = '\.env$'
            tags = ["key", "ours"]
            """);
        (rule.Id, rule.Title, rule.SecretGroup, rule.MinEntropy).ShouldBe(("imported/gitleaks/our-key", "Our key", 2, 3.5));
        rule.Keywords.ShouldBe(["our_key", "our-key"]);
        rule.Tags.ShouldBe(["key", "ours"]);
        rule.Path!.IsMatch("deploy/.env"u8).ShouldBeTrue();
        rule.Path.IsMatch("deploy/.envrc"u8).ShouldBeFalse();
    }

    [Theory]
    [InlineData("regexes = ['^EXAMPLE']", true)]
    [InlineData("regexes = ['^key=']", false)]
    [InlineData("regexes = ['^key=']\nregexTarget = 'match'", true)]
    [InlineData("regexes = ['# demo$']\nregexTarget = 'line'", true)]
    [InlineData("regexes = ['# demo$']\nregexTarget = 'match'", false)]
    [InlineData("stopwords = ['example']", true)]
    [InlineData("stopwords = ['sample']", false)]
    [InlineData("paths = ['^test/']", true)]
    [InlineData("paths = ['^src/']", false)]
    [InlineData("commits = ['ABC123']", true)]
    [InlineData("commits = ['abc12']", false)]
    [InlineData("paths = ['^src/']\nstopwords = ['example']", true)]
    [InlineData("condition = 'AND'\npaths = ['^src/']\nstopwords = ['example']", false)]
    [InlineData("condition = '&&'\npaths = ['^test/']\nstopwords = ['example']", true)]
    public void An_allowlist_allows_what_it_says(string conditions, bool allowed)
    {
        foreach (var table in new[] { "[rules.allowlist]", "[[rules.allowlists]]", "[allowlist]", "[[allowlists]]", "[[allowlists]]\ntargetRules = ['a']" })
        {
            var rule = One($"[[rules]]\nid = 'a'\nregex = 'key=(\\w+)'\n{table}\n{conditions}\n");
            rule.Accepts(Match("x key=EXAMPLE12 # demo\n", 2, 15, 6)).ShouldBe(!allowed, table);
        }
    }

    [Fact]
    public void A_targeted_allowlist_leaves_other_rules_alone()
    {
        var rules = Rules("[[rules]]\nid = 'a'\nregex = 'aaa'\n[[rules]]\nid = 'b'\nregex = 'bbb'\n[[allowlists]]\ntargetRules = ['b', 'gone']\nstopwords = ['x']\n");
        rules.Rules.Select(r => r.Allowlists.Count).ShouldBe([0, 1]);
        rules.Notes.ShouldHaveSingleItem().Message.ShouldBe("an allowlist targets rules that are not in the file and does nothing for them (`gone`)");
    }

    [Fact]
    public void Secrets_of_low_entropy_are_none()
    {
        var rule = One("[[rules]]\nid = 'a'\nregex = 'key=(\\w+)'\nentropy = 2\n");
        rule.Accepts(Match("key=aabbccdd", 0, 12, 4)).ShouldBeFalse("entropy is exactly 2, and must be above");
        rule.Accepts(Match("key=aabbccde", 0, 12, 4)).ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_is_extended_lies_beneath_and_beside()
    {
        var imported = new RuleFolder()
            .With("conf/.gitleaks.toml", """
                [extend]
                path = "base.toml"
                disabledRules = ["off"]
                [[rules]]
                id = "both"
                entropy = 4.0
                keywords = ["more"]
                """)
            .With("conf/base.toml", """
                [[rules]]
                id = "both"
                description = "From below"
                regex = 'both-[0-9]'
                entropy = 1
                keywords = ["both"]
                [[rules]]
                id = "off"
                regex = 'off-[0-9]'
                [allowlist]
                stopwords = ["x"]
                """).Import();
        var rule = imported.Rules.ShouldHaveSingleItem();
        (rule.Title, rule.MinEntropy, rule.Expression!.Text, rule.Allowlists.Count).ShouldBe(("From below", 4.0, "both-[0-9]", 1));
        rule.Keywords.ShouldBe(["both", "more"]);
    }

    [Fact]
    public void UseDefault_is_answered_by_our_own_rules_and_says_so()
    {
        var imported = Rules("[extend]\nuseDefault = true\ndisabledRules = ['generic-api-key']\n[[rules]]\nid = 'theirs'\nentropy = 4\n");
        imported.Rules.ShouldBeEmpty();
        imported.Notes.Select(n => n.ToString()).ShouldBe([
            "a.toml:2: `useDefault`: gitleaks' own rules are not here; Sallyport's own stand for them",
            "a.toml:3: `disabledRules` names rules of gitleaks and turns off none of Sallyport's: use `exclude` in sallyport.yml",
            "a.toml: left out: it changes a rule of gitleaks' own, which is not here (`theirs`)",
        ]);
    }

    [Theory]
    [InlineData("[[rules]]\nid = 'a'\nregex = '(?=a)'", "a.toml:2: rule `a` is left out: look-around is refused: it cannot be matched in linear time (at character 3 of the expression)")]
    [InlineData("[[rules]]\nid = 'a'\nregex = '(a)'\nsecretGroup = 2", "a.toml:2: rule `a` is left out: `secretGroup` is 2 and the expression has 1 groups")]
    [InlineData("[[rules]]\nid = 'a'", "a.toml: left out: it has neither `regex` nor `path` (`a`)")]
    [InlineData("[[rules]]\nid = 'a'\nregex = 'abc'\nskipReport = true", "a.toml: left out: `skipReport` makes it a helper of other rules, which report without it (`a`)")]
    [InlineData("[[rules]]\nid = 'a'\nregex = 'abc'\n[[rules.required]]\nid = 'b'", "a.toml: `required` is not honoured: a match is reported without the other rules near it (`a`)")]
    [InlineData("[[rules]]\nid = 'a'\nregex = 'abc'\nfilter = 'x'", "a.toml: `filter` is no key of a gitleaks 8 rule and is passed over (`a`)")]
    [InlineData("[[rules]]\nid = 'a'\nregex = 'abc'\n[rules.allowlist]\nregexes = ['b(?!c)', 'd']", "a.toml:5: an expression in `regexes` of an allowlist of `a` is left out: look-around is refused: it cannot be matched in linear time (at character 4 of the expression)")]
    public void What_cannot_be_honoured_is_a_note(string toml, string note) => Rules(toml).Notes.ShouldHaveSingleItem().ToString().ShouldBe(note);

    [Fact]
    public void Where_all_conditions_must_hold_and_one_is_lost_nothing_is_allowed()
    {
        var imported = Rules("[[rules]]\nid = 'a'\nregex = 'abc'\n[rules.allowlist]\ncondition = 'AND'\nregexes = ['(?!c)']\npaths = ['x']");
        imported.Rules[0].Allowlists.ShouldBeEmpty();
        imported.Notes[^1].Message.ShouldBe("an allowlist of `a` is left out: one of its conditions cannot be honoured and all must hold");
    }

    [Theory]
    [InlineData("[[rules]]\nregex = 'a'", "a.toml:1: a rule has no `id`", "give every [[rules]] an id of its own")]
    [InlineData("x = ", "a.toml:1: the end of the file where a value should stand", "the file must be TOML 1.0, as gitleaks 8 reads it")]
    [InlineData("[[rules]]\nid = 'a'\nkeywords = 'k'", "a.toml:3: `keywords` is a string", "it should be an array of strings")]
    [InlineData("[[rules]]\nid = 'a'\nentropy = 'high'", "a.toml:3: `entropy` is a string", "it should be a number")]
    [InlineData("[[rules]]\nid = 'a'\nsecretGroup = -1", "a.toml:3: `secretGroup` is an integer", "it should be a whole number that is not negative")]
    [InlineData("[allowlist]\ncondition = 'XOR'\npaths = ['a']", "a.toml:2: there is no condition `XOR`", "write \"OR\" or \"AND\"")]
    [InlineData("[allowlist]\nregexTarget = 'file'\npaths = ['a']", "a.toml:2: there is no target `file`", "write \"secret\", \"match\" or \"line\"")]
    [InlineData("[extend]\npath = 'gone.toml'", "a.toml:2: `gone.toml`, which it extends, does not exist", "a path is looked up beside the file that names it: gone.toml")]
    [InlineData("[extend]\npath = 'a.toml'", "a.toml:2: more than 2 files extend each other", "put the rules into fewer files")]
    public void A_broken_file_is_a_mistake_with_line_and_hint(string toml, string message, string hint)
    {
        var error = Should.Throw<UserException>(() => Rules(toml));
        (error.Message, error.Hint).ShouldBe((message, hint));
    }

    private static ImportedRules Rules(string toml) => new RuleFolder().With("a.toml", toml).Import();

    private static ImportedRule One(string toml) => Rules(toml).Rules.ShouldHaveSingleItem();

    private static ImportedMatch Match(string text, int start, int end, int secret) => new()
    {
        Text = Encoding.UTF8.GetBytes(text),
        Match = TextSpan.Between(start, end),
        Secret = TextSpan.Between(secret, end),
        Path = "test/a.py"u8,
        Commit = "abc123",
    };
}
