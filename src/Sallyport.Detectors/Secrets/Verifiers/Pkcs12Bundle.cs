using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A PKCS#12 bundle in base64: a sequence of version 3 and content of type data or signed data.</summary>
internal sealed class Pkcs12Bundle : ITokenVerifier
{
    public string Name => "pkcs12";

    private static ReadOnlySpan<byte> Pkcs7 => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07];

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = Base64Text.Decode(token, scratch.Span);
        ReadOnlySpan<byte> der = length < 0 ? default : scratch.Span[..length];
        return Der.TryRead(ref der, Der.Sequence, out var body) && der.IsEmpty
            && Der.TryRead(ref body, Der.Integer, out var version) && version is [3]
            && Der.TryRead(ref body, Der.Sequence, out var content) && Der.TryRead(ref content, Der.Oid, out var type) && type.StartsWith(Pkcs7)
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        byte[] body = [0x02, 1, 3, 0x30, 0x82, 3, 243, 0x06, 9, .. Pkcs7, 1, 0xA0, 0x82, 3, 228, 0x04, 0x82, 3, 224, .. Draw.Bytes(random, 992)];
        return Convert.ToBase64String([0x30, 0x82, (byte)(body.Length >> 8), (byte)body.Length, .. body]);
    }

    public string Spoil(string genuine, Random random) => genuine.TrimEnd('=')[..^8] + genuine[genuine.TrimEnd('=').Length..];
}
