using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>An AWS session token: base64 of a message whose first field names the issuer, such as "origin_ec" or "aws".</summary>
internal sealed class AwsSessionToken : ITokenVerifier
{
    public string Name => "aws-session-token";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> head = stackalloc byte[18];
        if (token.Length < 100 || Base64Text.Decode(token[..24], head) != head.Length || head[1] != 0x0A)
        {
            return Verification.Unknown;
        }

        var name = head[3..];
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        return Base64Text.Decode(token, scratch.Span) > 0 && head[2] < name.Length && (name[..head[2]].SequenceEqual("origin_ec"u8)
            || name[..head[2]].SequenceEqual("er/aws"u8) || name[..head[2]].SequenceEqual("aws"u8))
            ? Verification.Right
            : Verification.Unknown;
    }

    public string Complete(string drawn, Random random) =>
        Convert.ToBase64String([0x21, 0x0A, 9, .. "origin_ec"u8, .. Draw.Bytes(random, 360)]);

    public string Spoil(string genuine, Random random) => genuine.TrimEnd('=')[..^3];
}
