using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>Base58 of exactly so many bytes, without a checksum: <c>base58-bytes:64</c>.</summary>
internal sealed class Base58Bytes(int bytes) : ITokenVerifier
{
    public string Name => $"base58-bytes:{bytes}";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        var body = token[(token.IndexOf((byte)':') + 1)..];
        Span<byte> key = stackalloc byte[Base58.MaxCharacters];
        return body.Length <= Base58.MaxCharacters && Base58.Decode(body, Alphabets.Bitcoin, key) == bytes && KeyMaterial.LooksRandom(key[..bytes])
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        var start = drawn.IndexOf(':', StringComparison.Ordinal) + 1;
        var key = Draw.Bytes(random, bytes);
        key[0] |= 0x80; // the longest form, so that every draw has the shape of the rule
        return drawn[..start] + Base58.Encode(key, Alphabets.Bitcoin);
    }

    /// <summary>A number too large for the bytes.</summary>
    public string Spoil(string genuine, Random random)
    {
        var start = genuine.IndexOf(':', StringComparison.Ordinal) + 1;
        return string.Concat(genuine.AsSpan(0, start), "zzzz", genuine.AsSpan(start + 4));
    }
}
