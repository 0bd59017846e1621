using System.Buffers.Text;
using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>
/// GitLab's routable tokens: base64url payload, ".01.", its length in two base-36 digits, then the CRC-32 of all
/// before in seven. The first version wrote the length directly behind one dot.
/// </summary>
internal sealed class GitLabRoutable : ITokenVerifier
{
    private const int SumLength = 7, LengthDigits = 2;

    public string Name => "gitlab-routable";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        var dot = token.LastIndexOf((byte)'.');
        return dot > 0 && token.Length - dot - 1 == LengthDigits + SumLength
            && Digits.Matches(token[^SumLength..], Crc32.Compute(token[..^SumLength]), Alphabets.Base36)
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        var payload = $"{Draw.Text(random, Alphabets.Base64Url, 16)}o:1\nu:{Draw.Text(random, Alphabets.Base36, 5)}";
        var encoded = Base64Url.EncodeToString([.. Encoding.ASCII.GetBytes(payload), (byte)(payload.Length - 16)]);
        var body = $"{drawn[..(drawn.IndexOf('-', StringComparison.Ordinal) + 1)]}{encoded}.01.";
        body += Digits.Write((ulong)encoded.Length, Alphabets.Base36, LengthDigits);
        return body + Digits.Write(Crc32.Compute(Encoding.ASCII.GetBytes(body)), Alphabets.Base36, SumLength);
    }

    public string Spoil(string genuine, Random random) =>
        Draw.Exchange(genuine, genuine.Length - 1, Alphabets.Base36, random);
}
