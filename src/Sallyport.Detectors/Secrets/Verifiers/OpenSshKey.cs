using Sallyport.Detectors.Secrets.Encodings;
using Sallyport.Detectors.Secrets.PrivateKeys;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>An OpenSSH private key without its armour, in base64.</summary>
internal sealed class OpenSshKey : ITokenVerifier
{
    public string Name => "openssh-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = Base64Text.Decode(token, scratch.Span);
        return length > 0 && OpenSshStructure.IsPrivateKey(scratch.Span[..length]) ? Verification.Right : Verification.Wrong;
    }

    public string Complete(string drawn, Random random) => Convert.ToBase64String(OpenSshStructure.MakeEd25519(random));

    public string Spoil(string genuine, Random random) => string.Concat(genuine.AsSpan(0, 24), "////", genuine.AsSpan(28));
}
