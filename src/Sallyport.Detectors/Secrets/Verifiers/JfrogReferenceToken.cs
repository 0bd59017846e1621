using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A JFrog reference token: base64 of "reftkn:01:expiry:random".</summary>
internal sealed class JfrogReferenceToken : ITokenVerifier
{
    public string Name => "jfrog-reference-token";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> text = stackalloc byte[64];
        var length = Base64Text.Decode(token, text);
        return length > 30 && text.StartsWith("reftkn:0"u8) && text[..length].Count((byte)':') == 3
            && !text[..length].ContainsAnyExceptInRange((byte)'-', (byte)'z')
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"reftkn:01:{random.Next(1_700_000_000, 1_999_999_999)}:{Draw.Text(random, Alphabets.Base62, 27)}"));

    public string Spoil(string genuine, Random random) => string.Concat(genuine.AsSpan(0, 16), "////", genuine.AsSpan(20));
}
