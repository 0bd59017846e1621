using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sallyport.Core;

namespace Sallyport.Proxy.Egress.Credentials.Minting;

/// <summary>Installation tokens of a GitHub App: for named repositories, with named permissions.</summary>
/// <param name="client">How GitHub is asked.</param>
/// <param name="api">Its address, such as that of an enterprise's own server.</param>
/// <param name="app">The app's id.</param>
/// <param name="installation">The installation's id.</param>
/// <param name="key">The app's private key, as PEM.</param>
/// <param name="time">The clock.</param>
public sealed class GitHubAppMint(HttpClient client, Uri api, string app, long installation, string key, TimeProvider time) : ICredentialMint
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(9);

    /// <summary>The repositories; empty for all of the installation.</summary>
    public IReadOnlyList<string> Repositories { get; init; } = [];

    /// <summary>The permissions, such as <c>contents</c>: <c>read</c>.</summary>
    public IReadOnlyDictionary<string, string> Permissions { get; init; } = new Dictionary<string, string> { ["contents"] = "read" };

    /// <inheritdoc/>
    public async Task<MintedCredential> Mint(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, $"app/installations/{installation}/access_tokens")) { Content = new ByteArrayContent(Body()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Common(request, "Bearer", Assertion());
        using var response = await client.SendAsync(request, cancellation).ConfigureAwait(false);
        var text = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw new UserException($"GitHub gave no installation token: {(int)response.StatusCode}", "look at the app's id, its installation, its key and the clock of this machine");
        }

        using var json = JsonDocument.Parse(text);
        return new MintedCredential(new Dictionary<string, string> { ["GITHUB_TOKEN"] = json.RootElement.GetProperty("token"u8).GetString()! }, json.RootElement.GetProperty("expires_at"u8).GetDateTimeOffset());
    }

    /// <inheritdoc/>
    public async Task Revoke(MintedCredential credential, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(credential);
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(api, "installation/token"));
        Common(request, "Bearer", credential.Value);
        using var response = await client.SendAsync(request, cancellation).ConfigureAwait(false);
    }

    private static void Common(HttpRequestMessage request, string scheme, string token)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Headers.UserAgent.ParseAdd("sallyport");
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
    }

    private byte[] Body()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (Repositories.Count > 0)
            {
                json.WriteStartArray("repositories"u8);
                foreach (var repository in Repositories)
                {
                    json.WriteStringValue(repository);
                }

                json.WriteEndArray();
            }

            json.WriteStartObject("permissions"u8);
            foreach (var (name, level) in Permissions)
            {
                json.WriteString(name, level);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>A signed statement that the bearer is the app; GitHub takes none that lives longer than ten minutes.</summary>
    private string Assertion()
    {
        var now = time.GetUtcNow();
        var claims = $$"""{"iat":{{(now - Skew).ToUnixTimeSeconds()}},"exp":{{(now + Life).ToUnixTimeSeconds()}},"iss":"{{app}}"}""";
        var signed = Base64Url.EncodeToString("""{"alg":"RS256","typ":"JWT"}"""u8) + "." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims));
        using var rsa = RSA.Create();
        rsa.ImportFromPem(key);
        return signed + "." + Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
