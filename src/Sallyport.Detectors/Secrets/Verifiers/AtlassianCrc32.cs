using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>
/// Atlassian's tokens end in eight hex digits, a CRC-32 of what stands before. Atlassian has not published over which
/// bytes, so a sum that fits proves a token and one that does not proves nothing.
/// </summary>
internal sealed class AtlassianCrc32 : ITokenVerifier
{
    private const int SumLength = 8;
    private const string UpperHex = "0123456789ABCDEF";

    public string Name => "atlassian-crc32";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        if (token.Length <= SumLength)
        {
            return Verification.Unknown;
        }

        var body = token[..^SumLength];
        var sum = token[^SumLength..];
        return Fits(body, sum) || Fits(body.TrimEnd((byte)'='), sum) ? Verification.Right : Verification.Unknown;
    }

    public string Complete(string drawn, Random random)
    {
        var body = drawn[..^SumLength];
        return body + Digits.Write(Crc32.Compute(Encoding.ASCII.GetBytes(body.TrimEnd('='))), UpperHex, SumLength);
    }

    public string Spoil(string genuine, Random random) => Draw.Exchange(genuine, genuine.Length - 1, UpperHex, random);

    private static bool Fits(ReadOnlySpan<byte> body, ReadOnlySpan<byte> sum) =>
        Digits.Matches(sum, Crc32.Compute(body), UpperHex);
}
