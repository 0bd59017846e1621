using System.Text;
using System.Text.Unicode;
using Sallyport.Detectors.Secrets.Encodings;
using Sallyport.Detectors.Secrets.Generic;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>Base64 of "user:password", as HTTP Basic, Docker and npm store it.</summary>
internal sealed class BasicAuth : ITokenVerifier
{
    private const int LongestWords = 20;

    public string Name => "basic-auth";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = Base64Text.Decode(token, scratch.Span);
        if (length < 0)
        {
            return Verification.Unfit;
        }

        ReadOnlySpan<byte> text = scratch.Span[..length];
        var colon = text.IndexOf((byte)':');
        if (colon >= 0 && References.IsStock(text[(colon + 1)..]))
        {
            return Verification.Wrong;
        }

        return colon >= 0 && colon < length - 1 && Utf8.IsValid(text) && !text.ContainsAnyInRange((byte)0, (byte)0x1F) && !IsWords(text[(colon + 1)..])
            ? Verification.Right
            : Verification.Unfit;
    }

    // ACCESS_KEY and test_password decode well, and prove nothing; letters beyond that length are rather drawn.
    private static bool IsWords(ReadOnlySpan<byte> password)
    {
        if (password.Length > LongestWords)
        {
            return false;
        }

        foreach (var b in password)
        {
            if (!char.IsAsciiLetter((char)b) && b is not ((byte)'_' or (byte)'-' or (byte)' '))
            {
                return false;
            }
        }

        return true;
    }

    public string Complete(string drawn, Random random) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"deploy{random.Next(10, 99)}:{Draw.Text(random, Alphabets.Base62, 22)}"));

    public string Spoil(string genuine, Random random) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(Draw.Text(random, Alphabets.Base62, genuine.TrimEnd('=').Length * 3 / 4)));
}
