using System.Buffers.Text;
using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A HashiCorp Vault service token: "hvs." and a protocol buffer of version, HMAC (32 bytes) and token. A root or legacy body says nothing.</summary>
internal sealed class VaultServiceToken : ITokenVerifier
{
    private const int HmacField = 2, TokenField = 3;

    public string Name => "vault-service-token";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = Base64Text.Decode(token[(token.IndexOf((byte)'.') + 1)..], scratch.Span);
        if (length < 40)
        {
            return Verification.Unknown;
        }

        ReadOnlySpan<byte> message = scratch.Span[..length];
        int hmac = 0, body = 0;
        while (message.Length > 0)
        {
            if (!ProtocolBuffer.TryRead(ref message, out var field, out _, out _, out var bytes))
            {
                return Verification.Unknown;
            }

            hmac = field == HmacField ? bytes.Length : hmac;
            body = field == TokenField ? bytes.Length : body;
        }

        return hmac == 32 && body > 0 ? Verification.Right : Verification.Unknown;
    }

    public string Complete(string drawn, Random random)
    {
        byte[] inner = [0x0A, 24, .. Encoding.ASCII.GetBytes(Draw.Text(random, Alphabets.Base62, 24)), 0x18, 0x65];
        byte[] message = [0x08, 1, 0x12, 32, .. Draw.Bytes(random, 32), 0x1A, (byte)inner.Length, .. inner];
        return "hvs." + Base64Url.EncodeToString(message);
    }

    public string Spoil(string genuine, Random random) => string.Concat("hvs.", "__", genuine.AsSpan(6));
}
