using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>
/// A Tor onion service key: base64 of the key file (its header of 32 bytes, then 64) or, behind "ED25519-V3:", of the 64
/// alone. The scalar in front is clamped.
/// </summary>
internal sealed class OnionKey : ITokenVerifier
{
    public string Name => "onion-key";

    private static ReadOnlySpan<byte> Header => "== ed25519v1-secret: type0 ==\0\0\0"u8;

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> key = stackalloc byte[100];
        var length = Base64Text.Decode(token[(token.IndexOf((byte)':') + 1)..], key);
        var body = length == 96 && key.StartsWith(Header) ? key[32..96] : length == 64 ? key[..64] : default;
        return body.Length == 64 && KeyMaterial.IsClamped(body) && KeyMaterial.LooksRandom(body) ? Verification.Right : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        var key = Draw.Bytes(random, 64);
        KeyMaterial.Clamp(key);
        return drawn.Contains(':', StringComparison.Ordinal)
            ? "ED25519-V3:" + Convert.ToBase64String(key)
            : Convert.ToBase64String([.. Header, .. key]);
    }

    public string Spoil(string genuine, Random random)
    {
        var at = genuine.Contains(':', StringComparison.Ordinal) ? 11 : 44;
        return string.Concat(genuine.AsSpan(0, at), "////", genuine.AsSpan(at + 4)); // all low bits set
    }
}
