using System.Buffers.Binary;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A NATS nkey seed: base32 of two prefix bytes (S and the kind of key), 32 bytes and their CRC-16, little-endian.</summary>
internal sealed class NatsSeed : ITokenVerifier
{
    private const int Seed = 18 << 3, User = 20 << 3;

    public string Name => "nats-seed";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> bytes = stackalloc byte[36];
        return Base32Text.Decode(token, bytes) == bytes.Length && (bytes[0] & 0xF8) == Seed
            && BinaryPrimitives.ReadUInt16LittleEndian(bytes[34..]) == Crc16.Compute(bytes[..34])
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        byte[] bytes = [Seed | (User >> 5), (User & 31) << 3, .. Draw.Bytes(random, 34)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(34), Crc16.Compute(bytes.AsSpan(0, 34)));
        return Base32Text.Encode(bytes);
    }

    public string Spoil(string genuine, Random random) => Draw.Exchange(genuine, 30, Alphabets.Base32, random);
}
