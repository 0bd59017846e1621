using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Detectors.Secrets.Imported;
using Sallyport.Rules.Imports;

namespace Sallyport.Detectors.Tests.Secrets.Imported;

public sealed class ImportedRuleDetectorTests
{
    private const string Key = "regex = '''(?i)our[_-]?key\\s*[=:]\\s*[\"']?([a-z0-9]{20})\\b'''\n";

    [Fact]
    public void The_secret_is_what_is_reported_and_masked()
    {
        var found = Find(Rule(Key), "x = 1\nOUR_KEY = 'abcdefghij0123456789'\n").ShouldHaveSingleItem();
        (found.Rule, found.Title, found.Severity, found.Confidence, found.Sensitive).ShouldBe(("imported/gitleaks/a", "Our key", Severity.High, Confidence.Low, true));
        found.Evidence.ShouldBe(["matches a rule of a.toml"]);
        found.Span.Start.ShouldBe(17);
        found.Span.Length.ShouldBe(20);
    }

    [Fact]
    public void Positions_are_right_behind_text_that_is_not_ASCII() =>
        Values(Rule(Key), "# clé 密钥 😀\nname: \"é\"; our_key: abcdefghij0123456789 é\n").ShouldBe(["abcdefghij0123456789"]);

    [Fact]
    public void Bytes_that_are_no_UTF8_do_not_matter()
    {
        byte[] text = [0xFF, 0xFE, 0x80, .. "our_key=abcdefghij0123456789"u8, 0xC3];
        Find(Rule(Key), text).ShouldHaveSingleItem().Span.Start.ShouldBe(11);
    }

    [Fact]
    public void Every_match_of_a_file_is_found_wherever_it_stands()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 300; i++)
        {
            text.Append(new string('.', i % 70)).Append("our_key=").Append($"{i:D20}").Append(i % 3 == 0 ? "\n" : ";");
        }

        Values(Rule(Key), text.ToString()).ShouldBe(Enumerable.Range(0, 300).Select(i => $"{i:D20}"));
    }

    [Theory]
    [InlineData("keywords = ['acme']", "our_key=abcdefghij0123456789", false)]
    [InlineData("keywords = ['acme']", "our_key=abcdefghij0123456789\n# of ACME", true)]
    [InlineData("keywords = ['ac']", "our_key=abcdefghij0123456789 c a", false)]
    [InlineData("keywords = ['ac']", "our_key=abcdefghij0123456789 mAC", true)]
    [InlineData("keywords = ['key', 'acme']", "our_key=abcdefghij0123456789", true)]
    [InlineData("keywords = ['clé']", "our_key=abcdefghij0123456789", false)]
    [InlineData("keywords = ['clé']", "our_key=abcdefghij0123456789 clé", true)]
    public void A_rule_with_keywords_looks_only_at_files_that_hold_one(string keywords, string text, bool found) =>
        Find(Rule(Key + keywords + "\n"), text).Count.ShouldBe(found ? 1 : 0);

    [Theory]
    [InlineData("regex = '\\b[a-f0-9]{32}\\b'\n")]
    [InlineData("regex = '\\b[a-f0-9]{32}\\b'\nkeywords = ['acme']\n")]
    [InlineData("regex = '(?s)acme.*?([a-f0-9]{32})'\n")]
    [InlineData("regex = '[a-f0-9]{32}\\z'\nkeywords = ['ac']\n")]
    public void A_rule_without_a_literal_of_its_own_finds_too(string rule) =>
        Values(Rule(rule), "acme: 0123456789abcdef0123456789abcdef").ShouldBe(["0123456789abcdef0123456789abcdef"]);

    [Fact]
    public void A_path_decides_where_a_rule_looks()
    {
        Find(Rule(Key + "path = '\\.env$'\n"), "our_key=abcdefghij0123456789", "a/.env").Count.ShouldBe(1);
        Find(Rule(Key + "path = '\\.env$'\n"), "our_key=abcdefghij0123456789", "a/b.py").ShouldBeEmpty();
    }

    [Fact]
    public void A_path_alone_can_be_the_finding()
    {
        var found = Find(Rule("path = '\\.p12$'\n"), "x", "a/key.p12").ShouldHaveSingleItem();
        (found.Sensitive, found.Span.Length, found.Evidence[0]).ShouldBe((false, 0, "its path matches a rule of a.toml"));
        Find(Rule("path = '\\.p12$'\n[allowlist]\npaths = ['^test/']\n"), "x", "test/key.p12").ShouldBeEmpty();
    }

    [Fact]
    public void An_allowed_match_is_no_finding() =>
        Values(Rule(Key + "[rules.allowlist]\nstopwords = ['example']\n"), "our_key=example0123456789012\nour_key=abcdefghij0123456789\n").ShouldBe(["abcdefghij0123456789"]);

    [Fact]
    public void A_checksum_decides_how_sure_a_finding_is()
    {
        const string yaml = """
            rules:
              - name: Ours
                id: ours.1
                confidence: medium
                pattern: '(?P<token>our_(?P<body>[a-z]{9})(?P<sum>[0-9a-f]{8})?)'
                pattern_requirements:
                  checksum: {actual: {template: "{{ SUM }}"}, expected: "{{ BODY | crc32_hex }}", skip_if_missing: true}
            """;
        var found = Find(yaml, "our_abcdefghi8da988af our_abcdefghi00000000 our_abcdefghi", file: "a.yml");
        found.Select(f => Levels.Of(f.Severity, f.Confidence)).ShouldBe([Level.Error, Level.Note, Level.Error]);
        found.Select(f => f.Confidence).ShouldBe([Confidence.High, Confidence.Low, Confidence.Medium]);
    }

    [Fact]
    public void Text_that_asks_for_too_much_work_is_told_of()
    {
        var sink = new Findings();
        new ImportedRuleDetector(Import("regex = 'k[^b]*b|key'\n", "a.toml")).Index(new Artifact("a.txt", Encoding.UTF8.GetBytes(new string('k', 300_000))), sink);
        sink.Skipped.ShouldBeEmpty("nothing matches: one pass shows that");
        var text = string.Concat(Enumerable.Repeat("key", 100_000));
        new ImportedRuleDetector(Import("regex = 'k[^b]*b|key'\nentropy = 7\n", "a.toml")).Index(new Artifact("a.txt", Encoding.UTF8.GetBytes(text)), sink);
        sink.Skipped.ShouldHaveSingleItem().Reason.ShouldContain("`imported/gitleaks/a` needs more work on this text than is allowed");
    }

    private static string Rule(string rest) => $"[[rules]]\nid = 'a'\ndescription = 'Our key'\n{rest}";

    private static string[] Values(string toml, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. Find(toml, bytes).Select(f => Encoding.UTF8.GetString(bytes.AsSpan(f.Span.Start, f.Span.Length)))];
    }

    private static List<Detected> Find(string rules, string text, string path = "a.py", string file = "a.toml") => Find(rules, Encoding.UTF8.GetBytes(text), path, file);

    private static List<Detected> Find(string rules, byte[] text, string path = "a.py", string file = "a.toml")
    {
        var sink = new Findings();
        new ImportedRuleDetector(Import(rules, file)).Index(new Artifact(path, text), sink);
        return sink.Detected;
    }

    private static IReadOnlyList<ImportedRule> Import(string rules, string file) =>
        new RuleImporter(_ => rules.StartsWith('[') || rules.StartsWith("rules:", StringComparison.Ordinal) ? rules : Rule(rules)).Read([new RuleFile(file, file)]).Rules;

    private sealed class Findings : IDetectionSink
    {
        public List<Detected> Detected { get; } = [];

        public List<Skipped> Skipped { get; } = [];

        public void Report(Detected detected) => Detected.Add(detected);

        public void Derive(Artifact inner) => throw new InvalidOperationException("nothing is derived");

        public void Note(Fact fact)
        {
        }

        public void Skip(Skipped skipped) => Skipped.Add(skipped);
    }
}
