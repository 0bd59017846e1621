using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>An AWS secret access key: 30 random bytes in base64. A digest in hex is none; more than that the shape cannot say.</summary>
internal sealed class AwsSecretKey : ITokenVerifier
{
    public string Name => "aws-secret-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        var beyondHex = false;
        foreach (var c in token)
        {
            beyondHex |= HexText.Value(c) < 0;
        }

        Span<byte> bytes = stackalloc byte[30];
        return token.Length == 40 && beyondHex && Base64Text.Decode(token, bytes) == bytes.Length ? Verification.Unknown : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        while (true)
        {
            var key = Convert.ToBase64String(Draw.Bytes(random, 30));
            if (Check(Encoding.ASCII.GetBytes(key)) == Verification.Unknown)
            {
                return key;
            }
        }
    }

    public string Spoil(string genuine, Random random) => Draw.Text(random, Alphabets.Hex, 40);
}
