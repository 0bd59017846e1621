using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A validation or decryption key of ASP.NET's machineKey: hex of a length that one of its algorithms takes.</summary>
internal sealed class MachineKey : ITokenVerifier
{
    public string Name => "machine-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> key = stackalloc byte[64];
        var length = HexText.Decode(token, key);
        return length is 8 or 16 or 20 or 24 or 32 or 48 or 64 && KeyMaterial.LooksRandom(key[..length])
            ? Verification.Right
            : Verification.Unknown;
    }

    public string Complete(string drawn, Random random) => Convert.ToHexString(Draw.Bytes(random, drawn.Length < 128 ? 32 : 64));

    public string Spoil(string genuine, Random random) => genuine[..^1];
}
