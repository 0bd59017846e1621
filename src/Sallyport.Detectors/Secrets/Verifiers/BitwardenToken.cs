using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A Bitwarden Secrets Manager access token: version 0, a UUID, a secret, and behind the colon 16 bytes in base64.</summary>
internal sealed class BitwardenToken : ITokenVerifier
{
    public string Name => "bitwarden-token";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> key = stackalloc byte[18];
        return token.Length > 38 && Guid.TryParseExact(Encoding.ASCII.GetString(token[2..38]), "D", out _)
            && Base64Text.Decode(token[(token.IndexOf((byte)':') + 1)..], key) == 16
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random) =>
        $"0.{new Guid(Draw.Bytes(random, 16))}.{Draw.Text(random, Alphabets.Base62, 30)}:{Convert.ToBase64String(Draw.Bytes(random, 16))}";

    public string Spoil(string genuine, Random random) => genuine[..^3] + "B==";
}
