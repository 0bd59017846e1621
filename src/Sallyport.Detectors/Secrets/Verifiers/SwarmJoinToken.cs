using System.Numerics;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A Docker Swarm join token: a SHA-256 in 50 and 16 random bytes in 25 base-36 digits, both padded with zeros.</summary>
internal sealed class SwarmJoinToken : ITokenVerifier
{
    private const int DigestLength = 50, SecretLength = 25;

    public string Name => "swarm-join-token";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        var dash = token.LastIndexOf((byte)'-');
        if (dash < 0)
        {
            return Verification.Wrong;
        }

        var secret = token[(dash + 1)..];
        var rest = token[..dash];
        var digest = rest[(rest.LastIndexOf((byte)'-') + 1)..];
        return digest.Length == DigestLength && secret.Length == SecretLength && Fits(digest, 32) && Fits(secret, 16)
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        var start = drawn.Length - DigestLength - SecretLength - 1;
        return $"{drawn[..start]}{Write(random, 32, DigestLength)}-{Write(random, 16, SecretLength)}";
    }

    public string Spoil(string genuine, Random random)
    {
        var at = genuine.Length - SecretLength;
        return string.Concat(genuine.AsSpan(0, at), "zz", genuine.AsSpan(at + 2));
    }

    /// <summary>Whether the number needs no more than so many bytes.</summary>
    private static bool Fits(ReadOnlySpan<byte> digits, int bytes)
    {
        Span<byte> number = stackalloc byte[32];
        number.Clear();
        foreach (var digit in digits)
        {
            var carry = Alphabets.Base36.IndexOf((char)digit, StringComparison.Ordinal);
            for (var i = 0; i < bytes; i++, carry >>= 8)
            {
                carry += number[i] * 36;
                number[i] = (byte)carry;
            }

            if (carry != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static string Write(Random random, int bytes, int width)
    {
        var number = new BigInteger(Draw.Bytes(random, bytes), isUnsigned: true);
        var text = new char[width];
        for (var i = width - 1; i >= 0; i--, number /= 36)
        {
            text[i] = Alphabets.Base36[(int)(number % 36)];
        }

        return new string(text);
    }
}
