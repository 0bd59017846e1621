using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>Azure DevOps' older personal access tokens: 32 bytes in base32, with a CRC-32 scattered over bytes 2, 7, 8 and 22.</summary>
internal sealed class AzureDevOpsToken : ITokenVerifier
{
    private const uint User = 0xE0B9692D, Application = 0x1019F92E;

    public string Name => "azure-devops-pat";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> bytes = stackalloc byte[32];
        if (Base32Text.Decode(token, bytes) != bytes.Length)
        {
            return Verification.Wrong;
        }

        var given = (uint)(bytes[22] | (bytes[8] << 8) | (bytes[7] << 16) | (bytes[2] << 24));
        return (given ^ Sum(bytes)) is User or Application ? Verification.Right : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        var bytes = Draw.Bytes(random, 32);
        var sum = Sum(bytes) ^ User;
        (bytes[22], bytes[8], bytes[7], bytes[2]) = ((byte)sum, (byte)(sum >> 8), (byte)(sum >> 16), (byte)(sum >> 24));
        return Base32Text.Encode(bytes).ToLowerInvariant();
    }

    public string Spoil(string genuine, Random random) =>
        Draw.Exchange(genuine, 30, "abcdefghijklmnopqrstuvwxyz234567", random);

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        Span<byte> rest = stackalloc byte[28];
        bytes[..2].CopyTo(rest);
        bytes[3..7].CopyTo(rest[2..]);
        bytes[9..22].CopyTo(rest[6..]);
        bytes[23..].CopyTo(rest[19..]);
        return Crc32.Compute(rest);
    }
}
