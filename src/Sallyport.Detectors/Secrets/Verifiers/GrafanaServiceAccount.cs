using System.Buffers.Binary;
using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>Grafana's service account tokens: behind the last underscore, the CRC-32 of all before it, as little-endian hex.</summary>
internal sealed class GrafanaServiceAccount : ITokenVerifier
{
    private const int SumLength = 8;

    public string Name => "grafana-crc32";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        var at = token.LastIndexOf((byte)'_');
        Span<byte> sum = stackalloc byte[4];
        return at > 0 && HexText.Decode(token[(at + 1)..], sum) == sum.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(sum) == Crc32.Compute(token[..at])
            ? Verification.Right
            : Verification.Unfit;
    }

    public string Complete(string drawn, Random random)
    {
        var body = drawn[..^(SumLength + 1)];
        var sum = BinaryPrimitives.ReverseEndianness(Crc32.Compute(Encoding.ASCII.GetBytes(body)));
        return $"{body}_{Digits.Write(sum, Alphabets.Hex, SumLength)}";
    }

    public string Spoil(string genuine, Random random) => Draw.Exchange(genuine, genuine.Length - 1, Alphabets.Hex, random);
}
