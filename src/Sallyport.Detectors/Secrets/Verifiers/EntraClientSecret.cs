using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>
/// Entra application passwords: "8Q~" at the fourth character and, as last three, the first digits of a Marvin32 hash.
/// Those with "7Q~" carry none, and Microsoft does not promise the hash, so nothing is ever called wrong.
/// </summary>
internal sealed class EntraClientSecret : ITokenVerifier
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
    private const int SumLength = 3;
    private static readonly ulong Seed = AzureKeyLayout.Seed("AadPwd00");

    public string Name => "entra-client-secret";

    public Verification Check(ReadOnlySpan<byte> token) =>
        token.Length == 40 && token[3] == '8' && Digits.Matches(token[^SumLength..], Sum(token[..^SumLength]), Alphabet)
            ? Verification.Right
            : Verification.Unknown;

    public string Complete(string drawn, Random random)
    {
        var body = string.Concat(drawn.AsSpan(0, 3), "8", drawn.AsSpan(4)).PadRight(40, 'k')[..37];
        return body + Digits.Write(Sum(Encoding.ASCII.GetBytes(body)), Alphabet, SumLength);
    }

    public string Spoil(string genuine, Random random) => Draw.Exchange(genuine, genuine.Length - 1, Alphabet, random);

    /// <summary>The first three of the six digits in base 66.</summary>
    private static ulong Sum(ReadOnlySpan<byte> body) => Marvin32.Fold(body, Seed) / (66 * 66 * 66);
}
