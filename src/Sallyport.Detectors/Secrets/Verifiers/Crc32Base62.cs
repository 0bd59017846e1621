using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>
/// The last six characters are the CRC-32, in base 62, of those between the last underscore and them:
/// GitHub, npm, NetBird, Polar.
/// </summary>
internal sealed class Crc32Base62 : ITokenVerifier
{
    private const int SumLength = 6;

    public string Name => "crc32-base62";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        var body = token[(token.LastIndexOf((byte)'_') + 1)..];
        if (body.Length <= SumLength)
        {
            return Verification.Unknown;
        }

        return Digits.Matches(body[^SumLength..], Crc32.Compute(body[..^SumLength]), Alphabets.Base62)
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        var start = drawn.LastIndexOf('_') + 1;
        var sum = Crc32.Compute(Encoding.ASCII.GetBytes(drawn[start..^SumLength]));
        return drawn[..^SumLength] + Digits.Write(sum, Alphabets.Base62, SumLength);
    }

    public string Spoil(string genuine, Random random) =>
        Draw.Exchange(genuine, genuine.Length - 1, Alphabets.Base62, random);
}
