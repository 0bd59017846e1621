using System.Buffers.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>The private member "d" of a JSON Web Key: base64url of a size that a curve or an RSA modulus has.</summary>
internal sealed class JwkPrivate : ITokenVerifier
{
    public string Name => "jwk-private";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = Base64Text.Decode(token, scratch.Span);
        return length is 32 or 48 or 56 or 57 or 66 or 128 or 256 or 384 or 512 && KeyMaterial.LooksRandom(scratch.Span[..length])
            ? Verification.Right
            : Verification.Unknown;
    }

    public string Complete(string drawn, Random random) => Base64Url.EncodeToString(Draw.Bytes(random, 32));

    public string Spoil(string genuine, Random random) => genuine[..^1] + "B";
}
