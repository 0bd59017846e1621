using System.Globalization;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A key in Bech32 with a fixed prefix and number of bytes: <c>bech32:nsec/32</c>.</summary>
internal sealed class Bech32Key(string prefix, int bytes) : ITokenVerifier
{
    private const int MaxBytes = 192;

    public string Name => $"bech32:{prefix}/{bytes}";

    public static Bech32Key? Find(string argument)
    {
        var slash = argument.LastIndexOf('/');
        return slash > 0 && int.TryParse(argument.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes <= MaxBytes
            ? new(argument[..slash], bytes)
            : null;
    }

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> key = stackalloc byte[MaxBytes];
        return Bech32.Decode(token, prefix, key) == bytes ? Verification.Right : Verification.Unfit;
    }

    public string Complete(string drawn, Random random)
    {
        var key = Draw.Bytes(random, bytes);
        key[0] = bytes == 33 ? (byte)0 : key[0]; // Sui and IOTA put the signature scheme in front: 0 is Ed25519
        var text = Bech32.Encode(prefix, key);
        return char.IsUpper(drawn[0]) ? text.ToUpperInvariant() : text;
    }

    public string Spoil(string genuine, Random random)
    {
        var text = Draw.Exchange(genuine.ToLowerInvariant(), genuine.Length - 2, Alphabets.Bech32, random);
        return char.IsUpper(genuine[0]) ? text.ToUpperInvariant() : text;
    }
}
