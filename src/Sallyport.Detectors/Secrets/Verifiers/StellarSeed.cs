using System.Buffers.Binary;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A Stellar secret seed (SEP-23): base32 of version 0x90, 32 bytes and their CRC-16, little-endian.</summary>
internal sealed class StellarSeed : ITokenVerifier
{
    private const byte Version = 18 << 3;

    public string Name => "stellar-seed";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> bytes = stackalloc byte[35];
        return Base32Text.Decode(token, bytes) == bytes.Length && bytes[0] == Version
            && BinaryPrimitives.ReadUInt16LittleEndian(bytes[33..]) == Crc16.Compute(bytes[..33])
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        byte[] bytes = [Version, .. Draw.Bytes(random, 34)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(33), Crc16.Compute(bytes.AsSpan(0, 33)));
        return Base32Text.Encode(bytes);
    }

    public string Spoil(string genuine, Random random) => Draw.Exchange(genuine, 30, Alphabets.Base32, random);
}
