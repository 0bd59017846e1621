using System.Buffers.Binary;

namespace Sallyport.Detectors.Secrets.PrivateKeys;

/// <summary>The container of "openssh-key-v1": names of cipher and derivation, options, public keys, private part.</summary>
internal static class OpenSshStructure
{
    private static ReadOnlySpan<byte> Magic => "openssh-key-v1\0"u8;

    public static bool IsPrivateKey(ReadOnlySpan<byte> data) => IsPrivateKey(data, out _);

    public static bool IsPrivateKey(ReadOnlySpan<byte> data, out bool encrypted)
    {
        encrypted = false;
        if (!data.StartsWith(Magic))
        {
            return false;
        }

        data = data[Magic.Length..];
        if (!TryString(ref data, out var cipher) || !TryString(ref data, out _) || !TryString(ref data, out _)
            || data.Length < 4 || BinaryPrimitives.ReadUInt32BigEndian(data) is var keys && keys is 0 or > 16)
        {
            return false;
        }

        data = data[4..];
        while (keys-- > 0)
        {
            if (!TryString(ref data, out _))
            {
                return false;
            }
        }

        encrypted = !cipher.SequenceEqual("none"u8);

        // Two equal check numbers stand in front of keys that are not encrypted.
        return TryString(ref data, out var secret) && secret.Length >= 64 && (encrypted || secret[..4].SequenceEqual(secret[4..8]));
    }

    /// <summary>A well-formed container around random bytes, for examples.</summary>
    public static byte[] MakeEd25519(Random random)
    {
        var seed = new byte[32];
        var pub = new byte[32];
        var check = new byte[4];
        random.NextBytes(seed);
        random.NextBytes(pub);
        random.NextBytes(check);
        byte[] type = String("ssh-ed25519"u8);
        byte[] secret = [.. check, .. check, .. type, .. String(pub), .. String([.. seed, .. pub]), .. String(""u8), 1, 2, 3, 4, 5];
        return [.. Magic, .. String("none"u8), .. String("none"u8), .. String(""u8), 0, 0, 0, 1, .. String([.. type, .. String(pub)]), .. String(secret)];
    }

    private static byte[] String(ReadOnlySpan<byte> bytes) => [0, 0, 0, (byte)bytes.Length, .. bytes];

    private static bool TryString(scoped ref ReadOnlySpan<byte> data, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (data.Length < 4)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(data);
        if (length > (uint)(data.Length - 4))
        {
            return false;
        }

        value = data.Slice(4, (int)length);
        data = data[(4 + (int)length)..];
        return true;
    }
}
