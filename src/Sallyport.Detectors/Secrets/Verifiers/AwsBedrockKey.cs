using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A long-term Bedrock key: "ABSK" and base64 of "BedrockAPIKey-…-at-account:secret". AWS promises no form.</summary>
internal sealed class AwsBedrockKey : ITokenVerifier
{
    public string Name => "aws-bedrock-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = token.Length < 8 ? -1 : Base64Text.Decode(token[4..], scratch.Span);
        if (length < 0)
        {
            return Verification.Unfit;
        }

        ReadOnlySpan<byte> text = scratch.Span[..length];
        var at = text.LastIndexOf("-at-"u8);
        return text.StartsWith("BedrockAPIKey-"u8) && at > 0 && text[at..].Contains((byte)':')
            ? Verification.Right
            : Verification.Unfit;
    }

    public string Complete(string drawn, Random random)
    {
        var name = $"BedrockAPIKey-{Draw.Text(random, Alphabets.Base36, 4)}-at-{random.NextInt64(100_000_000_000, 999_999_999_999)}";
        return "ABSK" + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{name}:{Draw.Text(random, Alphabets.Base64, 43)}="));
    }

    public string Spoil(string genuine, Random random) =>
        string.Concat(genuine.AsSpan(0, 25), Draw.Text(random, Alphabets.Base62, genuine.Length - 27), "==");
}
