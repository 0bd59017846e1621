using System.Buffers.Binary;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>
/// AWS key ids carry the account in their base32 digits: 40 bits behind the first. Ids whose fifth character is below Q
/// are older than that and say nothing.
/// </summary>
internal sealed class AwsAccessKeyId : ITokenVerifier
{
    private const ulong LastAccount = 999_999_999_999;

    public string Name => "aws-access-key-id";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> bytes = stackalloc byte[10];
        if (token.Length != 20 || Base32Text.Decode(token[4..], bytes) != bytes.Length)
        {
            return Verification.Unfit;
        }

        if (bytes[0] < 0x80)
        {
            return Verification.Unknown;
        }

        var account = (BinaryPrimitives.ReadUInt64BigEndian(bytes) << 1) >> 24;
        return account is > 0 and <= LastAccount ? Verification.Right : Verification.Unfit;
    }

    public string Complete(string drawn, Random random)
    {
        var bytes = Draw.Bytes(random, 10);
        var account = (ulong)random.NextInt64(100_000_000_000, (long)LastAccount);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (1UL << 63) | (account << 23) | (uint)random.Next(1 << 23));
        return drawn[..4] + Base32Text.Encode(bytes);
    }

    public string Spoil(string genuine, Random random) => string.Concat(genuine.AsSpan(0, 4), "77777777", genuine.AsSpan(12));
}
