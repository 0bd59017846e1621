using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A secp256k1 private key in hex must be from 1 to the order of the group; being so proves nothing.</summary>
internal sealed class EllipticScalar : ITokenVerifier
{
    public string Name => "secp256k1-scalar";

    private static ReadOnlySpan<byte> Order =>
    [
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE,
        0xBA, 0xAE, 0xDC, 0xE6, 0xAF, 0x48, 0xA0, 0x3B, 0xBF, 0xD2, 0x5E, 0x8C, 0xD0, 0x36, 0x41, 0x41,
    ];

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> key = stackalloc byte[32];
        var body = token.StartsWith("0x"u8) ? token[2..] : token;
        return HexText.Decode(body, key) == key.Length && key.ContainsAnyExcept((byte)0) && key.SequenceCompareTo(Order) < 0
            ? Verification.Unknown
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random) => drawn;

    public string Spoil(string genuine, Random random) => string.Concat(genuine.AsSpan(0, genuine.Length - 64), new string('f', 40), genuine.AsSpan(genuine.Length - 24));
}
