using System.Text.Json;
using Sallyport.Core;

namespace Sallyport.Proxy.Egress.Credentials.Minting;

/// <summary>Access tokens by OAuth 2.0 token exchange (RFC 8693): an identity token of the environment becomes one for a named audience and scope.</summary>
/// <param name="client">How the issuer is asked.</param>
/// <param name="endpoint">Its token endpoint.</param>
/// <param name="subject">The identity token.</param>
/// <param name="audience">Who the new token is for.</param>
/// <param name="scope">What it may do; empty for the issuer's choice.</param>
/// <param name="time">The clock.</param>
public sealed class TokenExchangeMint(HttpClient client, Uri endpoint, string subject, string audience, string scope, TimeProvider time) : ICredentialMint
{
    private const int Short = 300;

    /// <inheritdoc/>
    public async Task<MintedCredential> Mint(CancellationToken cancellation)
    {
        var fields = new List<KeyValuePair<string, string>>
        {
            new("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), new("subject_token", subject), new("subject_token_type", "urn:ietf:params:oauth:token-type:id_token"),
            new("requested_token_type", "urn:ietf:params:oauth:token-type:access_token"), new("audience", audience),
        };
        if (scope.Length > 0)
        {
            fields.Add(new("scope", scope));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await client.SendAsync(request, cancellation).ConfigureAwait(false);
        var text = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw new UserException($"the issuer exchanged no token: {(int)response.StatusCode}", "look at the audience, the scope and the age of the identity token");
        }

        using var json = JsonDocument.Parse(text);
        var seconds = json.RootElement.TryGetProperty("expires_in"u8, out var life) ? life.GetInt32() : Short;
        return new MintedCredential(new Dictionary<string, string> { ["ACCESS_TOKEN"] = json.RootElement.GetProperty("access_token"u8).GetString()! }, time.GetUtcNow().AddSeconds(seconds));
    }

    /// <inheritdoc/>
    public async Task Revoke(MintedCredential credential, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(credential);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, "revoke")) { Content = new FormUrlEncodedContent([new("token", credential.Value), new("token_type_hint", "access_token")]) };
        using var response = await client.SendAsync(request, cancellation).ConfigureAwait(false);
    }
}
