using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sallyport.Core;
using Sallyport.Proxy.Egress.Credentials.Minting;

namespace Sallyport.Proxy.Egress;

public sealed class MintTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task GitHub_is_asked_with_a_signed_statement_and_gives_a_token_for_what_was_named()
    {
        using var key = RSA.Create(2048);
        using var twin = new Twin(async request =>
        {
            request.Method.ShouldBe(HttpMethod.Post);
            request.RequestUri!.AbsolutePath.ShouldBe("/app/installations/42/access_tokens");
            request.Headers.Accept.ToString().ShouldBe("application/vnd.github+json");
            var parts = request.Headers.Authorization!.Parameter!.Split('.');
            key.VerifyData(Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            claims.RootElement.GetProperty("iss").GetString().ShouldBe("7");
            (claims.RootElement.GetProperty("exp").GetInt64() - claims.RootElement.GetProperty("iat").GetInt64()).ShouldBeLessThanOrEqualTo(600);
            using var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync());
            body.RootElement.GetProperty("repositories")[0].GetString().ShouldBe("shop");
            body.RootElement.GetProperty("permissions").GetProperty("contents").GetString().ShouldBe("read");
            return (HttpStatusCode.Created, """{"token":"ghs_given","expires_at":"2026-11-20T13:00:00Z","permissions":{"contents":"read"}}""");
        });
        var mint = new GitHubAppMint(twin.Client, new Uri("https://api.test/"), "7", 42, key.ExportRSAPrivateKeyPem(), new Clock()) { Repositories = ["shop"] };
        var given = await mint.Mint(default);
        given.Value.ShouldBe("ghs_given");
        given.Expires.ShouldBe(Now.AddHours(1));
    }

    [Fact]
    public async Task AWS_is_asked_with_a_signature_of_version_4()
    {
        using var twin = new Twin(async request =>
        {
            var body = await request.Content!.ReadAsStringAsync();
            body.ShouldContain("Action=AssumeRole");
            body.ShouldContain("DurationSeconds=900");
            var given = request.Headers.GetValues("Authorization").Single();
            // Made again with the algorithm as AWS documents it, from what arrived.
            var canonical = $"POST\n/\n\ncontent-type:{request.Content.Headers.GetValues("Content-Type").Single()}\nhost:{request.RequestUri!.Host}\nx-amz-date:20261120T120000Z\n\ncontent-type;host;x-amz-date\n{Hex(SHA256.HashData(Encoding.ASCII.GetBytes(body)))}";
            var text = $"AWS4-HMAC-SHA256\n20261120T120000Z\n20261120/eu-west-1/sts/aws4_request\n{Hex(SHA256.HashData(Encoding.ASCII.GetBytes(canonical)))}";
            var signing = new[] { "20261120", "eu-west-1", "sts", "aws4_request" }.Aggregate(Encoding.ASCII.GetBytes("AWS4" + "long-lived"), (k, part) => HMACSHA256.HashData(k, Encoding.ASCII.GetBytes(part)));
            given.ShouldBe($"AWS4-HMAC-SHA256 Credential=key-id/20261120/eu-west-1/sts/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature={Hex(HMACSHA256.HashData(signing, Encoding.ASCII.GetBytes(text)))}");
            return (HttpStatusCode.OK, """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                <AccessKeyId>session-id</AccessKeyId><SecretAccessKey>session-key</SecretAccessKey><SessionToken>session-token</SessionToken><Expiration>2026-11-20T12:15:00Z</Expiration>
                </Credentials></AssumeRoleResult></AssumeRoleResponse>
                """);
        });
        var given = await new AwsRoleMint(twin.Client, new Uri("https://sts.eu-west-1.test/"), "eu-west-1", "key-id", "long-lived", "arn:aws:iam::1:role/reader", new Clock()).Mint(default);
        given.Values["AWS_SESSION_TOKEN"].ShouldBe("session-token");
        given.Expires.ShouldBe(Now.AddMinutes(15));
    }

    [Fact]
    public async Task A_token_is_exchanged_as_RFC_8693_says_and_can_be_taken_back()
    {
        var asked = new List<string>();
        using var twin = new Twin(async request =>
        {
            asked.Add(request.RequestUri!.AbsolutePath + " " + await request.Content!.ReadAsStringAsync());
            return (HttpStatusCode.OK, """{"access_token":"exchanged","issued_token_type":"urn:ietf:params:oauth:token-type:access_token","token_type":"Bearer","expires_in":60}""");
        });
        var mint = new TokenExchangeMint(twin.Client, new Uri("https://issuer.test/oauth/token"), "identity", "https://api.test", "read", new Clock());
        var given = await mint.Mint(default);
        (given.Value, given.Expires).ShouldBe(("exchanged", Now.AddMinutes(1)));
        asked[0].ShouldContain("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange");
        asked[0].ShouldContain("subject_token=identity");
        await mint.Revoke(given, default);
        asked[1].ShouldStartWith("/oauth/revoke token=exchanged");
    }

    [Fact]
    public async Task An_issuer_that_says_no_is_told_with_its_answer()
    {
        using var twin = new Twin(_ => Task.FromResult((HttpStatusCode.Forbidden, "no")));
        (await Should.ThrowAsync<UserException>(() => new TokenExchangeMint(twin.Client, new Uri("https://issuer.test/"), "x", "y", "", new Clock()).Mint(default))).Message.ShouldContain("403");
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Twin(Func<HttpRequestMessage, Task<(HttpStatusCode Status, string Body)>> answer) : HttpMessageHandler
    {
        public HttpClient Client => new(this);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (status, body) = await answer(request);
            return new HttpResponseMessage(status) { Content = new StringContent(body) };
        }
    }
}
