using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>Base64 of exactly so many random bytes: <c>base64-bytes:32</c>. A prefix that ends in a colon or underscore is passed over.</summary>
internal sealed class Base64Bytes(int bytes) : ITokenVerifier
{
    public string Name => $"base64-bytes:{bytes}";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        if (Base64Text.Decode(token[Start(token)..], scratch.Span) != bytes)
        {
            return Verification.Wrong;
        }

        return KeyMaterial.LooksRandom(scratch.Span[..bytes]) ? Verification.Right : Verification.Unknown;
    }

    public string Complete(string drawn, Random random)
    {
        var start = Start(Encoding.ASCII.GetBytes(drawn));
        var text = Convert.ToBase64String(Draw.Bytes(random, bytes));
        text = drawn.EndsWith('=') ? text : text.TrimEnd('=');

        // A draw without + and / comes from base64url as likely as not; letters serve both.
        text = drawn.AsSpan(start).ContainsAny("+/") ? text : text.Replace('+', 'p').Replace('/', 's');
        return drawn[..start] + text;
    }

    /// <summary>Sets a bit that belongs to no byte, or puts a word in place of random bytes where there is none.</summary>
    public string Spoil(string genuine, Random random)
    {
        var end = genuine.AsSpan().TrimEnd('=').Length;
        return bytes % 3 == 0
            ? string.Concat(genuine.AsSpan(0, end - 2), "==")
            : string.Concat(genuine.AsSpan(0, end - 1), "B", genuine.AsSpan(end));
    }

    private int Start(ReadOnlySpan<byte> token) =>
        token.IndexOf((byte)':') is var colon and > 0 ? colon + 1 : Math.Max(0, token.IndexOf((byte)'_') is var line && token.TrimEnd((byte)'=').Length > ((bytes * 8) + 5) / 6 ? line + 1 : 0);
}
