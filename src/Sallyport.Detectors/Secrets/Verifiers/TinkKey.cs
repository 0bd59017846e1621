using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A key of a cleartext Tink keyset: base64 of a protocol buffer that holds bytes.</summary>
internal sealed class TinkKey : ITokenVerifier
{
    public string Name => "tink-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = Base64Text.Decode(token, scratch.Span);
        if (length < 16)
        {
            return Verification.Wrong;
        }

        ReadOnlySpan<byte> message = scratch.Span[..length];
        var longest = 0;
        while (message.Length > 0)
        {
            if (!ProtocolBuffer.TryRead(ref message, out _, out _, out _, out var bytes))
            {
                return Verification.Wrong;
            }

            longest = Math.Max(longest, bytes.Length);
        }

        return longest >= 16 ? Verification.Right : Verification.Wrong;
    }

    public string Complete(string drawn, Random random) => Convert.ToBase64String([0x1A, 32, .. Draw.Bytes(random, 32)]);

    public string Spoil(string genuine, Random random) => "//" + genuine[2..]; // no field has this tag
}
