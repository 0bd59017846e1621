using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Sallyport.Core;

namespace Sallyport.Proxy.Egress.Credentials.Minting;

/// <summary>Session credentials of AWS by <c>sts:AssumeRole</c>, narrowed by a session policy.</summary>
/// <param name="client">How AWS is asked.</param>
/// <param name="endpoint">The regional endpoint of STS.</param>
/// <param name="region">The region.</param>
/// <param name="keyId">The id of the long-lived key.</param>
/// <param name="secret">The long-lived key.</param>
/// <param name="role">The role to take.</param>
/// <param name="time">The clock.</param>
public sealed class AwsRoleMint(HttpClient client, Uri endpoint, string region, string keyId, string secret, string role, TimeProvider time) : ICredentialMint
{
    private const int Seconds = 900; // the least that AWS gives
    private const string Format = "application/x-www-form-urlencoded; charset=utf-8";
    private static readonly XNamespace Sts = "https://sts.amazonaws.com/doc/2011-06-15/";

    /// <summary>What the session may do at most, as a policy in JSON; empty for all that the role may.</summary>
    public string Policy { get; init; } = "";

    /// <inheritdoc/>
    public async Task<MintedCredential> Mint(CancellationToken cancellation)
    {
        var body = $"Action=AssumeRole&DurationSeconds={Seconds}{(Policy.Length > 0 ? "&Policy=" + Uri.EscapeDataString(Policy) : "")}&RoleArn={Uri.EscapeDataString(role)}&RoleSessionName=sallyport&Version=2011-06-15";
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
        Sign(request, body);
        using var response = await client.SendAsync(request, cancellation).ConfigureAwait(false);
        var text = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw new UserException($"AWS gave no session of the role: {(int)response.StatusCode}", "look at the key, the role's trust policy and the clock of this machine");
        }

        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var given = XDocument.Load(reader).Descendants(Sts + "Credentials").Single();
        string Part(string name) => given.Element(Sts + name)!.Value;
        return new MintedCredential(
            new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = Part("AccessKeyId"), ["AWS_SECRET_ACCESS_KEY"] = Part("SecretAccessKey"), ["AWS_SESSION_TOKEN"] = Part("SessionToken") },
            DateTimeOffset.Parse(Part("Expiration"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }

    /// <inheritdoc/>
    /// <remarks>A session of AWS cannot be taken back; it ends after a quarter of an hour.</remarks>
    public Task Revoke(MintedCredential credential, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Signs as Signature Version 4 says.</summary>
    private void Sign(HttpRequestMessage request, string body)
    {
        var stamp = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{stamp[..8]}/{region}/sts/aws4_request";
        var host = endpoint.IsDefaultPort ? endpoint.Host : $"{endpoint.Host}:{endpoint.Port}";
        var canonical = $"POST\n{(endpoint.AbsolutePath.Length > 0 ? endpoint.AbsolutePath : "/")}\n\ncontent-type:{Format}\nhost:{host}\nx-amz-date:{stamp}\n\ncontent-type;host;x-amz-date\n{Hash(body)}";
        var text = $"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{Hash(canonical)}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(part));
        }

        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)));
        request.Content!.Headers.TryAddWithoutValidation("Content-Type", Format);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", stamp);
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={keyId}/{scope}, SignedHeaders=content-type;host;x-amz-date, Signature={signature}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
