using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>An encoded Elasticsearch API key: base64 of a 20-character id, a colon and a 22-character key.</summary>
internal sealed class ElasticApiKey : ITokenVerifier
{
    public string Name => "elastic-api-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> text = stackalloc byte[48];
        var length = Base64Text.Decode(token, text);
        return length == 43 && text.IndexOf((byte)':') == 20 && !text[..43].ContainsAnyExceptInRange((byte)'-', (byte)'z')
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Draw.Text(random, Alphabets.Base64Url, 20)}:{Draw.Text(random, Alphabets.Base64Url, 22)}"));

    public string Spoil(string genuine, Random random) => string.Concat(genuine.AsSpan(0, 24), "////", genuine.AsSpan(28));
}
