using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A kubeadm bootstrap token: six characters, dot, sixteen. The documentation's own example is known and wrong.</summary>
internal sealed class KubernetesBootstrapToken : ITokenVerifier
{
    public string Name => "kubernetes-bootstrap-token";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        if (token.Length != 23 || token.SequenceEqual("abcdef.0123456789abcdef"u8))
        {
            return Verification.Wrong;
        }

        var secret = token[7..];
        return secret.ContainsAnyInRange((byte)'0', (byte)'9') && secret.ContainsAnyInRange((byte)'a', (byte)'z')
            ? Verification.Right
            : Verification.Unknown;
    }

    public string Complete(string drawn, Random random) =>
        $"{Draw.Text(random, Alphabets.Base36, 6)}.{Draw.Text(random, Alphabets.Base36, 14)}7k";

    public string Spoil(string genuine, Random random) => "abcdef.0123456789abcdef";
}
