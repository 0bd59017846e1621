using Sallyport.Detectors.Secrets.Encodings;
using Sallyport.Detectors.Secrets.PrivateKeys;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A private key in DER without its PEM armour, in base64 or hex.</summary>
internal sealed class DerKey : ITokenVerifier
{
    public string Name => "der-private-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = token.StartsWith("30"u8) ? HexText.Decode(token, scratch.Span) : Base64Text.Decode(token, scratch.Span);
        return length > 0 && PrivateKeyDer.IsPrivateKey(scratch.Span[..length]) && KeyMaterial.LooksRandom(scratch.Span[..length])
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        if (drawn.StartsWith("30", StringComparison.Ordinal))
        {
            return drawn; // an Ed25519 key is its fixed header and any 32 bytes
        }

        return Convert.ToBase64String(drawn.Contains("IBADANBgk", StringComparison.Ordinal) ? PrivateKeyExamples.Pkcs8(random) : PrivateKeyExamples.Rsa(random));
    }

    public string Spoil(string genuine, Random random) => genuine.StartsWith("30", StringComparison.Ordinal)
        ? genuine[..^64] + new string('0', 64)
        : genuine[..^8] + genuine[^4..];
}
