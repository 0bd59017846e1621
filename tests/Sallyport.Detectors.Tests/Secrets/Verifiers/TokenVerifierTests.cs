using System.Text;
using Sallyport.Detectors.Secrets.Encodings;
using Sallyport.Detectors.Secrets.Verifiers;

namespace Sallyport.Detectors.Tests.Secrets;

/// <summary>
/// Verifiers against published vectors, and against themselves. The vectors are written back to front, so that nobody's
/// push protection, our own included, takes this file for a leak.
/// </summary>
public sealed class TokenVerifierTests
{
    /// <summary>Name of the verifier, reversed token, where it is published.</summary>
    public static TheoryData<string, string, string> Published => new()
    {
        { "crc32-base62", "71qLm0JkxkDsncn5YVcHps9A4iRoOSTuBWQz_phg", "base62-token's own example: an expired token without rights, CRC-32 as GitHub's blog of 2021-04-05 describes it" },
        { "crc32-base62", "PkasL0fw3PxUry94FocmqWXZzVYffM6BaJkq_mpn", "the dummy of the issue in which npm's format was discussed" },
        { "grafana-crc32", "796285b5_avnidilavnidilavniDilaVnidIlaVNi_aslg", "grafana/grafana, pkg/components/satokengen/tokengen_test.go" },
        { "entra-client-secret", "Plbzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz~Q8zzz", "microsoft/security-utilities, SEC101_156" },
        { "azure-annotated-key", "==AJ9JZTDCBAAAAAAAAAAAAAAAAAGA99JQQJAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "microsoft/security-utilities, bench_data.utf8" },
        { "azure-key:event-hub", "=w8/s2GhEA+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "microsoft/security-utilities, identifiable_scans.rs" },
        { "azure-key:service-bus", "=IAeHpHbSA+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "microsoft/security-utilities, identifiable_scans.rs" },
        { "azure-key:iot", "=oczmuOToIAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "microsoft/security-utilities, identifiable_scans.rs" },
        { "azure-key:search", "uCzhjCeSzAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "microsoft/security-utilities, identifiable_scans.rs" },
        { "azure-key:batch", "==QVZF31aBA+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "microsoft/security-utilities, identifiable_scans.rs" },
        { "azure-key:storage", "==waCnm5tSA+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "microsoft/security-utilities, identifiable_scans.rs" },
        { "azure-key:cosmos", "==AYrqpObDCAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "microsoft/security-utilities, identifiable_scans.rs" },
        { "aws-access-key-id", "A7VVTUMKOBKZF43YAISA", "AWS documentation of sts:GetAccessKeyInfo" },
        { "base58check:bitcoin-wif", "JTyvLTbvqVThvj1Zd4dyZeqFkM4ukDB5DuPixXExjMr8UGCeuH5", "Bitcoin wiki, Wallet import format" },
        { "base58check:bitcoin-wif", "71689PvYwJxZ1UGJL2BvYpiVvZpmkJ7SHS5iuejnaYremGjAMdwK", "Bitcoin wiki, Wallet import format" },
        { "base58check:xprv", "iHPMrxBGuy33kgJeBRtGT3UNNRMjek5FnL6gtUWxJGPmKNvvVkhCijqPPj3qc6yPbts4kRn2Wn2DUJw3KEH7F2wXL4LDTQ3K341HQrZ12s9vrpx", "BIP 32, test vector 1" },
        { "base58check:bip38", "gGoZ2hN2nbExk7H5mzN7J8kNb6grhX1NAJUossfwq2caVcbszzkbUWVRP6", "BIP 38, no compression, test 1" },
        { "base58check:ripple-seed", "bTUS1gfAqubgTVUHMyMeMtXrBPons", "xrpl.org, the seed of \"masterpassphrase\"" },
        { "base58check:tezos-seed", "hspcz1ctjotFtsJDxMsuDBivkGHCTsQiCmgCC9SrfSByPUfUg3ksde", "Tezos sandbox, bootstrap1" },
        { "base58check:tezos-key", "iPJAJj85TQPv2J6Zaga3VeMUwzWW5ndjuQDr7qhKTfYDnsr9mAXuE5bTLqtpmDVb5fhCz5hsogQrxyTPY68GobfSza1RuRksde", "Tezos sandbox, bootstrap1 in its long form" },
        { "stellar-seed", "RKOHWZXKYIDHXJ7WNG5ZLLBSSUYCDWB2FDLDO3DTHQC5E3HXLGRR2UBS", "stellar/go, strkey tests" },
        { "nats-seed", "MPDRPL5JQOO2OEFLN5OOXMJXLYUFPH4UOMGIJZRKWAWQQKZGLX5HJMGAUS", "nats.docs, nkey authentication" },
        { "bech32:nsec/32", "5eflnsqal9ek5398fa9t0k9vtqz042hvf6hktlv09g40avdepspgm920lv1cesn", "NIP-19" },
        { "bech32:age-secret-key-/32", "33J5Y2QVP27QWEG8D20MCWCFSVUJAQDH4JU8TV6J7KS8EVJMMXQV8779QG1-YEK-TERCES-EGA", "age's documentation and tests" },
        { "avalanche-key", "NNtXTrUtzGGxShcgNFDydh49tqirsiLpTLi3ry4YxP7Pjqowe-yeKetavirP", "the key of Avalanche's local test networks" },
        { "swarm-join-token", "c7e2rrcawnjo347kmssr8vxv8-vxw4itrt93ei41xx0bf0zyden3xeo3iy459s5zkj0lqmc1jn94-1-NKTMWS", "Docker's swarm tutorial" },
        { "vault-batch-token", "AQbycIsKOqzcUKryzEx7NGUw13cLlgSqRYIzBePJS1D5bn2dRmRYSMqm-HVBi1MaPXjCbs_ycqDe2NF1w1WtwR7BOK3TcZ2YDDm7o8wIKRY9QoRuWSYR4E7HSXYaeTasR9wGdfzqeuZDy63P2slA33YltdPdGNLbjGzDkdkvW7Xnf_PRyj467lCvBny-US5ZPh7ROoproNGsqgDxgJQAAAAA.bvh", "Vault's documentation of batch tokens" },
        { "vault-service-token", "IncmZjc0FUSDRTOzdXNFNFWxlEZ2AXSC5yc2hGHK4hGY88NgXmzvBgrzMHUSwuzPkZ0a4JnPsDXP-9kT8ozJuCISEAC.svh", "Vault's documentation" },
        { "bitwarden-token", "==woB6qIkWhQiFvLgY+D5h3B:0ttuYOPlrpgnb8Lg0h1pAnHqQmMt0C.56363310ebfa-dcca-6a84-5361-24387c84.0", "Bitwarden's documentation" },
        { "1password-secret-key", "BE34H-MVT68-2CD32-4DVJLYRJ897-BYWWSA-3A", "1Password's security white paper" },
        { "jwt", "c5wssQda_VJy6kOP63fJeMpwf4TQ2FKKeMSJRwxKlfS.QfyIDM5MjM2ETNxojI0FWaiwiIl9GRg4GavpkI6ISZtFmbiwiIwkDO3YTN0MjMxIiOiIWdzJye.9JCVXpkI6ICc5RnIsIiN1IzUIJiOicGbhJye", "jwt.io" },
    };

    /// <summary>Name of the verifier, literal beginning and number of characters of a draw.</summary>
    public static TheoryData<string, string, int> Draws => new()
    {
        { "crc32-base62", "ghp_", 36 },
        { "gitlab-routable", "glpat-", 40 },
        { "grafana-crc32", "glsa_", 41 },
        { "azure-key:storage", "", 88 },
        { "azure-key:redis", "", 44 },
        { "azure-key:function", "", 56 },
        { "azure-key:search", "", 52 },
        { "azure-key:container-registry", "", 52 },
        { "azure-devops-pat", "", 52 },
        { "azure-sas-signature", "", 46 },
        { "aws-access-key-id", "AKIA", 16 },
        { "aws-bedrock-key", "ABSK", 80 },
        { "base64-json:o,n,k", "glc_ey", 60 },
        { "google-service-account", "", 900 },
        { "jwt", "ey", 40 },
        { "jwt:role=service_role", "ey", 40 },
        { "jwt:alg=none", "ey", 40 },
        { "jwt:kubernetes.io", "ey", 40 },
        { "discord-bot-token", "MTAx.", 40 },
        { "basic-auth", "", 40 },
        { "macaroon", "pypi-", 80 },
        { "macaroon", "0201", 80 },
        { "fly-macaroon", "fm2_", 80 },
        { "base58check:bitcoin-wif", "K", 51 },
        { "base58check:litecoin-wif", "T", 51 },
        { "base58check:xprv", "xprv", 107 },
        { "base58check:tezos-p256", "p2sk", 50 },
        { "base58check:ripple-ed25519-seed", "sEd", 28 },
        { "bech32:nsec/32", "nsec1", 58 },
        { "bech32:age-secret-key-/32", "AGE-SECRET-KEY-1", 58 },
        { "bech32:suiprivkey/33", "suiprivkey1", 59 },
        { "stellar-seed", "S", 55 },
        { "nats-seed", "SU", 56 },
        { "avalanche-key", "PrivateKey-", 49 },
        { "base58-bytes:64", "", 88 },
        { "byte-array:64", "", 0 },
        { "hex-bytes:32", "", 64 },
        { "base64-bytes:32", "base64:", 44 },
        { "swarm-join-token", "SWMTKN-1-", 76 },
        { "kubernetes-bootstrap-token", "", 23 },
        { "jfrog-reference-token", "", 64 },
        { "elastic-api-key", "", 60 },
        { "elastic-service-token", "", 80 },
        { "nuget-key", "oy2", 43 },
        { "onion-key", "ED25519-V3:", 88 },
        { "bitwarden-token", "0.", 90 },
        { "der-private-key", "MIIE", 900 },
        { "der-private-key", Turned("024022400756b230605003001020e203"), 64 },
        { "pkcs12", "MII", 900 },
        { "base64-pem", "LS0t", 900 },
        { "openssh-key", "b3Bl", 300 },
        { "tink-key", "", 44 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void A_published_token_is_right(string name, string reversed, string source) =>
        Check(name, Turned(reversed)).ShouldBe(Verification.Right, source);

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_completed_draw_is_right_and_a_spoiled_one_is_not(string name, string beginning, int length)
    {
        var verifier = TokenVerifiers.Find(name).ShouldNotBeNull();
        verifier.Name.ShouldBe(name);
        var random = new Random(20260101);
        for (var i = 0; i < 50; i++)
        {
            var genuine = verifier.Complete(beginning + DrawRest(random, length), random);
            Check(name, genuine).ShouldBe(Verification.Right);
            Check(name, verifier.Spoil(genuine, random)).ShouldBe(IsPromised(name) ? Verification.Wrong : Verification.Unfit);
        }
    }

    // Where the provider does not promise that every token fits, or a typing error can be mended, a token that does not fit is not refuted.
    private static bool IsPromised(string name) =>
        name is not ("grafana-crc32" or "discord-bot-token" or "aws-bedrock-key" or "macaroon" or "basic-auth" or "aws-access-key-id" or "1password-secret-key")
        && !name.StartsWith("bech32:", StringComparison.Ordinal) && !name.StartsWith("base64-json:", StringComparison.Ordinal);

    [Theory]
    [InlineData("atlassian-crc32")]
    [InlineData("entra-client-secret")]
    [InlineData("azure-annotated-key")]
    [InlineData("azure-key:event-grid")]
    public void A_checksum_that_its_provider_does_not_promise_is_never_wrong(string name)
    {
        var verifier = TokenVerifiers.Find(name).ShouldNotBeNull();
        var random = new Random(7);
        var genuine = verifier.Complete(Draw.Text(random, Alphabets.Base62, 88), random);
        Check(name, genuine).ShouldBe(Verification.Right);
        Check(name, verifier.Spoil(genuine, random)).ShouldBe(Verification.Unknown);
    }

    [Theory]
    [InlineData("api:ACCESS_KEY", Verification.Unfit)]
    [InlineData("test_user:test_password", Verification.Unfit)]
    [InlineData("deploy:" + "s3cr-7" + "Qx", Verification.Right)]
    public void A_pair_whose_password_is_made_of_words_is_not_proved(string pair, object expected) =>
        Check("basic-auth", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair))).ShouldBe((Verification)expected);

    [Fact]
    public void A_random_value_of_an_aws_secrets_shape_is_not_proved_to_be_one() =>
        Check("aws-secret-key", TokenVerifiers.Find("aws-secret-key")!.Complete("", new Random(3))).ShouldBe(Verification.Unknown);

    [Fact]
    public void A_commit_hash_is_no_aws_secret() => Check("aws-secret-key", new string('a', 10) + "0123456789abcdef0123456789abcd").ShouldBe(Verification.Wrong);

    [Fact]
    public void The_anon_key_of_supabase_is_not_its_service_role_key()
    {
        var anon = TokenVerifiers.Find("jwt:role=anon").ShouldNotBeNull().Complete("", new Random(1));
        Check("jwt:role=service_role", anon).ShouldBe(Verification.Wrong);
        Check("jwt", anon).ShouldBe(Verification.Right);
    }

    [Fact]
    public void Ids_of_aws_keys_without_an_account_say_nothing() => Check("aws-access-key-id", "AKIA" + "J" + new string('Q', 15)).ShouldBe(Verification.Unknown);

    [Fact]
    public void The_bootstrap_token_of_the_documentation_is_wrong() =>
        Check("kubernetes-bootstrap-token", "abcdef." + "0123456789" + "abcdef").ShouldBe(Verification.Wrong);

    [Theory]
    [InlineData("")]
    [InlineData("_")]
    [InlineData(":")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("ey")]
    [InlineData("====")]
    [InlineData("%")]
    public void Nothing_scanned_makes_a_verifier_throw(string text)
    {
        foreach (var row in Draws)
        {
            Should.NotThrow(() => Check(row.Data.Item1, text));
        }
    }

    [Theory]
    [InlineData("crc32")]
    [InlineData("azure-key:toaster")]
    [InlineData("base64-bytes:many")]
    [InlineData("bech32:nsec")]
    public void An_unknown_name_finds_nothing(string name) => TokenVerifiers.Find(name).ShouldBeNull();

    [Fact]
    public void Check_values_of_the_catalogue_of_crc_algorithms()
    {
        var digits = "123456789"u8;
        Crc32.Compute(digits).ShouldBe(0xCBF43926u);
        Crc16.Compute(digits).ShouldBe((ushort)0x31C3);
        Crc24.Compute(digits).ShouldBe(0x21CF02u);
    }

    [Theory]
    [InlineData("abc", 0xd53cd9cecd0893b7, 0x22c74339492769bf)]
    [InlineData("abcdefghijklmnopqrstuvwxyz", 0xddddeeeeffff000, 0xa128eb7e7260aca2)]
    [InlineData("", 0x004fb61a001bdbcc, 0x30ed35c100cd3c7d)]
    public void Marvin_agrees_with_SymCrypt(string text, ulong seed, ulong hash) =>
        Marvin32.Compute(Encoding.ASCII.GetBytes(text), seed).ShouldBe(hash);

    [Theory]
    [InlineData("A12UEL5L", "a", 0)]
    [InlineData("a12uel5x", "a", -1)]
    [InlineData("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", "split", 30)]
    [InlineData("split1cheo2y9e2w", "split", -1)]
    public void Bech32_agrees_with_BIP_173(string text, string prefix, int bytes) =>
        Bech32.Decode(Encoding.ASCII.GetBytes(text), prefix, new byte[64]).ShouldBe(bytes);

    [Theory]
    [InlineData("MZXW6YTBOI", "foobar")]
    [InlineData("mzxw6", "foo")]
    [InlineData("MY", "f")]
    public void Base32_agrees_with_RFC_4648(string text, string plain)
    {
        var bytes = new byte[16];
        var length = Base32Text.Decode(Encoding.ASCII.GetBytes(text), bytes);
        Encoding.ASCII.GetString(bytes, 0, length).ShouldBe(plain);
        Base32Text.Encode(Encoding.ASCII.GetBytes(plain)).ShouldBe(text.ToUpperInvariant());
    }

    [Theory]
    [InlineData("Zm9vYmE=", "fooba")]
    [InlineData("Zm9vYmFy", "foobar")]
    [InlineData("Zg", "f")]
    public void Base64_agrees_with_RFC_4648(string text, string plain)
    {
        var bytes = new byte[16];
        var length = Base64Text.Decode(Encoding.ASCII.GetBytes(text), bytes);
        Encoding.ASCII.GetString(bytes, 0, length).ShouldBe(plain);
    }

    [Theory]
    [InlineData("Zh")]
    [InlineData("Zg*")]
    [InlineData("A")]
    public void Base64_with_bits_left_over_is_none(string text) => Base64Text.Decode(Encoding.ASCII.GetBytes(text), new byte[16]).ShouldBe(-1);

    [Fact]
    public void Base58_keeps_leading_zeros()
    {
        var bytes = new byte[16];
        var length = Base58.Decode("1112"u8, Alphabets.Bitcoin, bytes);
        bytes[..length].ShouldBe([0, 0, 0, 1]);
        Base58.Encode(bytes.AsSpan(0, length), Alphabets.Bitcoin).ShouldBe("1112");
    }

    private static Verification Check(string name, string token) =>
        TokenVerifiers.Find(name).ShouldNotBeNull().Check(Encoding.UTF8.GetBytes(token));

    /// <summary>Hex digits serve every alphabet but base58's, whose verifiers draw for themselves.</summary>
    private static string DrawRest(Random random, int length) => Draw.Text(random, Alphabets.Hex, length);

    private static string Turned(string text)
    {
        var characters = text.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}
