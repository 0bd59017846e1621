using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>The signature of a shared access URL: 32 bytes of HMAC-SHA256 in base64, percent-encoded or not.</summary>
internal sealed class AzureSasSignature : ITokenVerifier
{
    public string Name => "azure-sas-signature";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> text = stackalloc byte[64];
        Span<byte> bytes = stackalloc byte[48];
        var length = 0;
        for (var i = 0; i < token.Length; i++)
        {
            if (length == text.Length)
            {
                return Verification.Wrong;
            }

            if (token[i] == '%' && i + 2 < token.Length)
            {
                text[length++] = (byte)((HexText.Value(token[i + 1]) << 4) | HexText.Value(token[i + 2]));
                i += 2;
                continue;
            }

            text[length++] = token[i];
        }

        return Base64Text.Decode(text[..length], bytes) == 32 && KeyMaterial.LooksRandom(bytes[..32])
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        var text = Convert.ToBase64String(Draw.Bytes(random, 32));
        return drawn.Contains('%', StringComparison.Ordinal) ? Uri.EscapeDataString(text) : text;
    }

    public string Spoil(string genuine, Random random)
    {
        var end = genuine.IndexOfAny(['%', '='], genuine.Length - 3);
        return string.Concat(genuine.AsSpan(0, end - 1), "B", genuine.AsSpan(end));
    }
}
