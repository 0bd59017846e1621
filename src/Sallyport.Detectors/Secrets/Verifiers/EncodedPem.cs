using System.Text;
using Sallyport.Detectors.Secrets.Encodings;
using Sallyport.Detectors.Secrets.PrivateKeys;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>Base64 of a whole PEM private key, as kubeconfig's client-key-data and Kubernetes secrets hold it.</summary>
internal sealed class EncodedPem : ITokenVerifier
{
    public string Name => "base64-pem";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = Base64Text.Decode(token, scratch.Span);
        return length > 0 && PrivateKeyScanner.TryRead(scratch.Span[..length], 0, out _, out _, out var verification)
            ? verification
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(PrivateKeyExamples.Make("RSA PRIVATE KEY", random) + "\n"));

    public string Spoil(string genuine, Random random) => string.Concat(genuine.AsSpan(0, 400), "AAAA", genuine.AsSpan(404));
}
