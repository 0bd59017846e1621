using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>An Elasticsearch service account token: base64 of 0, 1, 0, 1, then "elastic/service/name:secret".</summary>
internal sealed class ElasticServiceToken : ITokenVerifier
{
    public string Name => "elastic-service-token";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = Base64Text.Decode(token, scratch.Span);
        ReadOnlySpan<byte> text = length < 24 ? default : scratch.Span[..length];
        return text.StartsWith("\0\u0001\0\u0001elastic/"u8) && text.Count((byte)'/') == 2 && text.Contains((byte)':')
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        var text = $"elastic/kibana/token{random.Next(1, 9)}:{Draw.Text(random, Alphabets.Base64Url, 22)}";
        return Convert.ToBase64String([0, 1, 0, 1, .. Encoding.ASCII.GetBytes(text)]).TrimEnd('=');
    }

    public string Spoil(string genuine, Random random) => "AAEAAWVsYXN0aWMv" + Draw.Text(random, Alphabets.Hex, genuine.Length - 16);
}
