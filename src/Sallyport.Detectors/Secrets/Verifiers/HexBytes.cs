using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>Hex of exactly so many random bytes: <c>hex-bytes:32</c>.</summary>
internal sealed class HexBytes(int bytes) : ITokenVerifier
{
    public string Name => $"hex-bytes:{bytes}";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch((token.Length / 2) + 1);
        var length = HexText.Decode(token, scratch.Span);
        return length == bytes && KeyMaterial.LooksRandom(scratch.Span[..bytes]) ? Verification.Right : Verification.Wrong;
    }

    public string Complete(string drawn, Random random) => Convert.ToHexStringLower(Draw.Bytes(random, bytes));

    public string Spoil(string genuine, Random random) => Draw.Text(random, "01", bytes * 2);
}
