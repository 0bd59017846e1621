using System.Security.Cryptography;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>An Avalanche key: "PrivateKey-" and base58 of 32 bytes, followed by the last four bytes of their SHA-256.</summary>
internal sealed class AvalancheKey : ITokenVerifier
{
    private const string Prefix = "PrivateKey-";

    public string Name => "avalanche-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> bytes = stackalloc byte[48];
        Span<byte> hash = stackalloc byte[32];
        if (!token.StartsWith("PrivateKey-"u8) || Base58.Decode(token[Prefix.Length..], Alphabets.Bitcoin, bytes) != 36)
        {
            return Verification.Wrong;
        }

        SHA256.HashData(bytes[..32], hash);
        return hash[28..].SequenceEqual(bytes[32..36]) ? Verification.Right : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        var key = Draw.Bytes(random, 32);
        key[0] |= 0x80;
        return Prefix + Base58.Encode([.. key, .. SHA256.HashData(key).AsSpan(28)], Alphabets.Bitcoin);
    }

    public string Spoil(string genuine, Random random) => Draw.Exchange(genuine, genuine.Length - 3, Alphabets.Bitcoin, random);
}
