using System.Buffers.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>An Ably key: application id, dot, key id, colon and 43 characters of secret (32 bytes in base64url). Older secrets are shorter and say nothing.</summary>
internal sealed class AblyKey : ITokenVerifier
{
    public string Name => "ably-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        var dot = token.IndexOf((byte)'.');
        var colon = token.IndexOf((byte)':');
        Span<byte> secret = stackalloc byte[36];
        return dot == 6 && colon == 13 && token.Length - colon - 1 == 43
            && Base64Text.Decode(token[(colon + 1)..], secret) == 32 && KeyMaterial.LooksRandom(secret[..32])
            ? Verification.Right
            : Verification.Unknown;
    }

    public string Complete(string drawn, Random random)
    {
        var id = Draw.Text(random, Alphabets.Base62, 6);
        return $"{id}.{Draw.Text(random, Alphabets.Base62, 6)}:{Base64Url.EncodeToString(Draw.Bytes(random, 32))}";
    }

    public string Spoil(string genuine, Random random) => genuine[..^1] + "B";
}
