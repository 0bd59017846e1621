using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>Base58Check keys, by kind: <c>base58check:bitcoin-wif</c>. Version, length and checksum must all agree.</summary>
internal sealed class Base58CheckKey(string kind, byte[] version, int[] lengths, string alphabet = Alphabets.Bitcoin) : ITokenVerifier
{
    public string Name => $"base58check:{kind}";

    public static Base58CheckKey? Find(string kind) => kind switch
    {
        "bitcoin-wif" => new(kind, [0x80], [33, 34]),
        "bitcoin-testnet-wif" => new(kind, [0xEF], [33, 34]),
        "litecoin-wif" => new(kind, [0xB0], [33, 34]),
        "dogecoin-wif" => new(kind, [0x9E], [33, 34]),
        "dash-wif" => new(kind, [0xCC], [33, 34]),
        "xprv" => new(kind, [0x04, 0x88, 0xAD, 0xE4], [78]),
        "yprv" => new(kind, [0x04, 0x9D, 0x78, 0x78], [78]),
        "zprv" => new(kind, [0x04, 0xB2, 0x43, 0x0C], [78]),
        "bip38" => new(kind, [0x01], [39]),
        "tezos-seed" => new(kind, [0x0D, 0x0F, 0x3A, 0x07], [36]),
        "tezos-key" => new(kind, [0x2B, 0xF6, 0x4E, 0x07], [68]),
        "tezos-secp256k1" => new(kind, [0x11, 0xA2, 0xE0, 0xC9], [36]),
        "tezos-p256" => new(kind, [0x10, 0x51, 0xEE, 0xBD], [36]),
        "ripple-seed" => new(kind, [0x21], [17], Alphabets.Ripple),
        "ripple-ed25519-seed" => new(kind, [0x01, 0xE1, 0x4B], [19], Alphabets.Ripple),
        _ => null,
    };

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> bytes = stackalloc byte[96];
        var length = Base58Check.Decode(token, alphabet, bytes);
        return length > 0 && lengths.AsSpan().Contains(length) && bytes.StartsWith(version) && EndsWell(bytes[..length])
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        // The longer form of a WIF key is the one whose public key is compressed: one character and the byte 1 more.
        var length = lengths.Length > 1 && drawn.Length < 52 ? lengths[0] : lengths[^1];
        byte[] payload = [.. version, .. Draw.Bytes(random, length - version.Length)];
        if (length == 34)
        {
            payload[33] = 1;
        }
        else if (length == 78)
        {
            payload[45] = 0;
        }
        else if (kind == "bip38")
        {
            (payload[1], payload[2]) = (0x42, 0xE0);
        }

        return Base58Check.Encode(payload, alphabet);
    }

    public string Spoil(string genuine, Random random) => Draw.Exchange(genuine, genuine.Length - 3, alphabet, random);

    private static bool EndsWell(ReadOnlySpan<byte> payload) => payload.Length switch
    {
        34 => payload[33] == 1,
        39 => payload[1] is 0x42 or 0x43,
        78 => payload[45] == 0,
        _ => true,
    };
}
