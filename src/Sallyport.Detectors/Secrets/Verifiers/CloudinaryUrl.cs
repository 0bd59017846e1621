using System.Buffers.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A Cloudinary URL: key of 15 digits, secret of 20 bytes in base64url, cloud name. Other lengths occur and say nothing.</summary>
internal sealed class CloudinaryUrl : ITokenVerifier
{
    public string Name => "cloudinary-url";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        var at = token.LastIndexOf((byte)'@');
        var colon = at < 0 ? -1 : token[..at].LastIndexOf((byte)':');
        var key = colon < 0 ? default : token[..colon];
        key = key[(key.LastIndexOf((byte)'/') + 1)..];
        Span<byte> secret = stackalloc byte[24];
        return key.Length == 15 && !key.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && Base64Text.Decode(token[(colon + 1)..at], secret) == 20 && KeyMaterial.LooksRandom(secret[..20])
            ? Verification.Right
            : Verification.Unknown;
    }

    public string Complete(string drawn, Random random)
    {
        var secret = Base64Url.EncodeToString(Draw.Bytes(random, 20));
        return $"cloudinary://{Draw.Text(random, "123456789", 15)}:{secret}@{drawn[(drawn.IndexOf('@', StringComparison.Ordinal) + 1)..]}";
    }

    public string Spoil(string genuine, Random random) => genuine.Replace("@", "A@", StringComparison.Ordinal);
}
