using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>An array of so many numbers, each a byte: <c>byte-array:64</c>, as Solana's command line stores a key pair.</summary>
internal sealed class ByteArray(int count) : ITokenVerifier
{
    public string Name => $"byte-array:{count}";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> bytes = stackalloc byte[128];
        int length = 0, value = -1;
        foreach (var c in token)
        {
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                value = (Math.Max(value, 0) * 10) + c - '0';
            }
            else if (c is (byte)',' or (byte)']')
            {
                if (value is < 0 or > 255 || length == bytes.Length)
                {
                    return Verification.Wrong;
                }

                bytes[length++] = (byte)value;
                value = -1;
            }
        }

        return length == count && KeyMaterial.LooksRandom(bytes[..count]) ? Verification.Right : Verification.Wrong;
    }

    public string Complete(string drawn, Random random) => $"[{string.Join(',', Draw.Bytes(random, count))}]";

    public string Spoil(string genuine, Random random) => $"[999{genuine[genuine.IndexOf(',', StringComparison.Ordinal)..]}";
}
