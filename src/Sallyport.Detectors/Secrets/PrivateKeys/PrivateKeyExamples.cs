using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.PrivateKeys;

/// <summary>Well-formed blocks around random numbers, for rule tests: right in structure, keys of nothing.</summary>
internal static class PrivateKeyExamples
{
    public static string Make(string kind, Random random) => kind switch
    {
        "RSA PRIVATE KEY" => Armour(kind, Rsa(random)),
        "EC PRIVATE KEY" => Armour(kind, Elliptic(random)),
        "DSA PRIVATE KEY" => Armour(kind, Numbers(random, 0, 128, 20, 128, 128, 20)),
        "PRIVATE KEY" => Armour(kind, Pkcs8(random)),
        "ENCRYPTED PRIVATE KEY" => Armour(kind, Tag(Der.Sequence, [.. Tag(Der.Sequence, Tag(Der.Oid, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 13])), .. Tag(Der.OctetString, Draw.Bytes(random, 1232))])),
        "OPENSSH PRIVATE KEY" => Armour(kind, OpenSshStructure.MakeEd25519(random)),
        "SSH2 ENCRYPTED PRIVATE KEY" => $"---- BEGIN {kind} ----\n{Wrap([0x3F, 0x6F, 0xF9, 0xEB, .. Draw.Bytes(random, 600)])}\n---- END {kind} ----",
        "PGP PRIVATE KEY BLOCK" => Pgp([0x95, 3, 0xC6, .. Draw.Bytes(random, 966)]),
        "OpenVPN Static key V1" => $"-----BEGIN {kind}-----\n{Lines(Convert.ToHexStringLower(Draw.Bytes(random, 256)), 32)}\n-----END {kind}-----",
        "PuTTY-User-Key-File" => $"PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: example\nPublic-Lines: 2\n{Wrap(Draw.Bytes(random, 60))}\nPrivate-Lines: 1\n{Wrap([0, 0, 0, 32, .. Draw.Bytes(random, 32)])}\nPrivate-MAC: {Convert.ToHexStringLower(Draw.Bytes(random, 32))}",
        _ => throw new ArgumentException($"No example of the kind '{kind}'.", nameof(kind)),
    };

    /// <summary>PKCS#1 of a 2048-bit key's size.</summary>
    public static byte[] Rsa(Random random) => Numbers(random, 0, 256, 3, 256, 128, 128, 128, 128, 128);

    public static byte[] Pkcs8(Random random) =>
        Tag(Der.Sequence, [Der.Integer, 1, 0, .. Tag(Der.Sequence, [.. Tag(Der.Oid, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1]), 5, 0]), .. Tag(Der.OctetString, Rsa(random))]);

    private static byte[] Elliptic(Random random) =>
        Tag(Der.Sequence, [Der.Integer, 1, 1, .. Tag(Der.OctetString, Draw.Bytes(random, 32)), .. Tag(0xA0, Tag(Der.Oid, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7]))]);

    private static byte[] Numbers(Random random, byte version, params ReadOnlySpan<int> sizes)
    {
        List<byte> body = [Der.Integer, 1, version];
        foreach (var size in sizes)
        {
            body.AddRange(Tag(Der.Integer, [0, .. Draw.Bytes(random, size)]));
        }

        return Tag(Der.Sequence, [.. body]);
    }

    private static byte[] Tag(byte tag, byte[] content) => content.Length switch
    {
        < 0x80 => [tag, (byte)content.Length, .. content],
        < 0x100 => [tag, 0x81, (byte)content.Length, .. content],
        _ => [tag, 0x82, (byte)(content.Length >> 8), (byte)content.Length, .. content],
    };

    private static string Pgp(byte[] packets)
    {
        var sum = Crc24.Compute(packets);
        var check = Convert.ToBase64String([(byte)(sum >> 16), (byte)(sum >> 8), (byte)sum]);
        return $"-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n{Wrap(packets)}\n={check}\n-----END PGP PRIVATE KEY BLOCK-----";
    }

    public static string Armour(string kind, byte[] der) => $"-----BEGIN {kind}-----\n{Wrap(der)}\n-----END {kind}-----";

    private static string Wrap(byte[] bytes) => Lines(Convert.ToBase64String(bytes), 64);

    private static string Lines(string text, int width)
    {
        var lines = new StringBuilder(text);
        for (var i = (text.Length - 1) / width; i > 0; i--)
        {
            lines.Insert(i * width, '\n');
        }

        return lines.ToString();
    }
}
