namespace Sallyport.Proxy.Egress.Credentials.Minting;

/// <summary>A credential that was made for one run.</summary>
/// <param name="Values">Its parts by the variable that programs look for: a token, or a pair of names.</param>
/// <param name="Expires">When it ends by itself.</param>
public sealed record MintedCredential(IReadOnlyDictionary<string, string> Values, DateTimeOffset Expires)
{
    /// <summary>Its only value.</summary>
    public string Value => Values.Values.Single();
}
