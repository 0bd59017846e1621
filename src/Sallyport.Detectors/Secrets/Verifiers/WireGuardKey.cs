using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>
/// A WireGuard private key: 32 bytes in base64, clamped as "wg genkey" writes them. WireGuard also takes keys that are
/// not clamped, so that says nothing.
/// </summary>
internal sealed class WireGuardKey : ITokenVerifier
{
    public string Name => "wireguard-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> key = stackalloc byte[33];
        if (Base64Text.Decode(token, key) != 32)
        {
            return Verification.Wrong;
        }

        return KeyMaterial.IsClamped(key) && KeyMaterial.LooksRandom(key[..32]) ? Verification.Right : Verification.Unknown;
    }

    public string Complete(string drawn, Random random)
    {
        var key = Draw.Bytes(random, 32);
        KeyMaterial.Clamp(key);
        return Convert.ToBase64String(key);
    }

    public string Spoil(string genuine, Random random) => string.Concat(genuine.AsSpan(0, 42), "B=");
}
