using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Detectors.Secrets;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Pages;

namespace Sallyport.Detectors.Tests.Secrets;

/// <summary>One finding a value, weighed by what speaks for it.</summary>
public sealed class WeighingTests
{
    private const string Hex = "9f86d081884c7d659a2feaa0c55ad015";

    [Fact]
    public void A_shape_counts_where_a_near_word_names_it()
    {
        Scan($"ACME_KEY={Hex}", Near("acme-key", "[0-9a-f]{32}", "acme")).Single().Rule.ShouldBe("secrets/acme-key");
        Scan($"md5: {Hex}", Near("acme-key", "[0-9a-f]{32}", "acme")).ShouldBeEmpty();
    }

    [Fact]
    public void A_sum_named_after_the_service_is_no_key() => Scan($"acme_key_hash = \"{Hex}\"", Near("acme-key", "[0-9a-f]{32}", "acme")).ShouldBeEmpty();

    [Fact]
    public void A_key_above_names_what_stands_under_it() =>
        Scan($"acme:\n  site: eu\n  api_key: {Hex}\n", Near("acme-key", "[0-9a-f]{32}", "acme")).Single().Rule.ShouldBe("secrets/acme-key");

    [Fact]
    public void Of_two_rules_the_one_with_the_closer_and_longer_name_speaks() =>
        Scan($"acme_cloud_key = \"{Hex}\"", Near("acme-key", "[0-9a-f]{32}", "acme"), Near("acme-cloud-key", "[0-9a-f]{32}", "acme_cloud")).Single().Rule.ShouldBe("secrets/acme-cloud-key");

    [Fact]
    public void A_token_of_a_kind_silences_the_general_rule() =>
        Scan($"ACME_SECRET=acm_{Hex}", Near("acme-token", "acm_[0-9a-f]{32}", null), Generic("token")).Single().Rule.ShouldBe("secrets/acme-token");

    [Fact]
    public void A_named_value_of_no_known_kind_is_found() => Scan($"internal_api_key = \"{Hex}\"", Generic("token")).Single().Rule.ShouldBe("secrets/generic");

    [Theory]
    [InlineData("token = \"${TOKEN}\"")]
    [InlineData("token: <your-token>")]
    [InlineData("api_key = os.environ[\"API_KEY\"]")]
    [InlineData("publicKey = \"9f86d081884c7d659a2feaa0c55ad015\"")]
    [InlineData("key_id: 9f86d081884c7d659a2feaa0c55ad015")]
    [InlineData("token: xxxxxxxxxxxxxxxxxxxxxxxx")]
    public void What_names_or_stands_in_for_a_secret_is_none(string text) => Scan(text, Generic("token")).ShouldBeEmpty();

    [Fact]
    public void A_token_of_published_length_with_something_joined_to_it_is_doubtful()
    {
        Scan($"acme_token = \"{Hex}R21x\"", Near("acme-token", "[0-9a-f]{32}", "acme"), Generic("token")).Single().Severity.ShouldBe(Severity.Low);
        Scan($"acme_token = \"{Hex}R21x\"", Near("acme-token", "[0-9A-Za-z]{32}", "acme"), Generic("token")).Single().Severity.ShouldBe(Severity.High);
        Scan($"acme_token = \"{Hex}{Hex[..8]}\"", Near("acme-token", "[0-9a-f]{32}", "acme"), Generic("token")).Single().Severity.ShouldBe(Severity.High);
        Scan($"other_token = \"{Hex}R21x\"", Near("acme-token", "[0-9a-f]{32}", "acme"), Generic("token")).Single().Severity.ShouldBe(Severity.High);
    }

    [Theory]
    [InlineData("postgres:postgres", Severity.Low)]
    [InlineData("username:mypassword", Severity.Low)]
    [InlineData("user:abc", Severity.Low)]
    [InlineData("shop:abc", Severity.High)]
    [InlineData("postgres:kWq7vT2m", Severity.High)]
    public void A_pair_that_only_stands_for_one_is_doubtful(string pair, Severity expected) =>
        Scan($"db = acme://{pair}@db.example.net/shop", Near("acme-url", "acme://[^:@/]+:([^@]+)@", null)).Single().Severity.ShouldBe(expected);

    [Fact]
    public void A_value_of_hexadecimal_letters_is_drawn() =>
        Scan("ACME_KEY=fedacabd:cafedbca", Near("acme-key", "[0-9a-f]{8}:[0-9a-f]{8}", "acme")).Single().Rule.ShouldBe("secrets/acme-key");

    [Fact]
    public void A_value_directly_behind_its_scheme_is_named_by_it() =>
        Scan($"acme://{Hex}", Near("acme-key", "[0-9a-f]{32}", "acme")).Single().Rule.ShouldBe("secrets/acme-key");

    private static string Near(string id, string token, string? near) => Page(id, near is null ? $"  token: '{token}'" : $"  token: '{token}'\n  near: [{near}]");

    private static string Generic(string kind) => Page("generic", $"  analysis: generic-assignment\n  kind: {kind}");

    private static string Page(string id, string match) => $$"""
        {{id}}
        ---
        title: T
        severity: high
        confidence: low
        status: stable
        cwe: [798]
        threats: [secrets-in-code]
        match:
        {{match}}
        ---
        ## What it finds
        x
        ## Why it matters
        x
        ## How to fix
        x
        ## Limits
        x

        ```env bad
        A=[|x|]
        ```
        ```env bad
        B=[|x|]
        ```
        ```env good
        C=1
        ```
        ```env good
        D=1
        ```
        """;

    private static List<Detected> Scan(string text, params string[] pages)
    {
        var parsed = pages.Select(p => RulePageParser.Parse("secrets/" + p[..p.IndexOf('\n', StringComparison.Ordinal)], p[(p.IndexOf('\n', StringComparison.Ordinal) + 1)..]));
        var sink = new Sink();
        new SecretDetector(RuleSet.Read(RuleSetCompiler.Compile(parsed)).Rules).Index(new Artifact("file", Encoding.UTF8.GetBytes(text)), sink);
        return sink.Found;
    }

    private sealed class Sink : IDetectionSink
    {
        public List<Detected> Found { get; } = [];

        public void Report(Detected detected) => Found.Add(detected);

        public void Derive(Artifact inner)
        {
        }

        public void Note(Fact fact)
        {
        }

        public void Skip(Skipped skipped)
        {
        }
    }
}
