using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A Fly.io token: "fm2_" and base64 of MessagePack: nonce with a binary key id, location, caveats, 32-byte tail.</summary>
internal sealed class FlyMacaroon : ITokenVerifier
{
    private const byte ArrayOf4 = 0x94, ArrayOf2 = 0x92, ArrayOf3 = 0x93, Binary8 = 0xC4;

    public string Name => "fly-macaroon";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = Base64Text.Decode(token[(token.IndexOf((byte)'_') + 1)..], scratch.Span);
        return length > 40 && scratch.Span[0] == ArrayOf4 && scratch.Span[1] is ArrayOf2 or ArrayOf3 && scratch.Span[2] == Binary8
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        byte[] body =
        [
            ArrayOf4, ArrayOf3, Binary8, 8, .. Draw.Bytes(random, 8), Binary8, 16, .. Draw.Bytes(random, 16), 0xC2,
            0xB5, .. "https://api.fly.io/v1"u8, 0x92, 0, 0x91, 0xCE, .. Draw.Bytes(random, 4), Binary8, 32, .. Draw.Bytes(random, 32),
        ];
        return drawn[..(drawn.IndexOf('_', StringComparison.Ordinal) + 1)] + Convert.ToBase64String(body);
    }

    public string Spoil(string genuine, Random random) => string.Concat(genuine.AsSpan(0, 6), "AA", genuine.AsSpan(8));
}
