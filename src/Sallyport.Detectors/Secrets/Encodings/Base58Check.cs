using System.Security.Cryptography;

namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Base58 with the first four bytes of a double SHA-256 behind the payload.</summary>
internal static class Base58Check
{
    /// <summary>The number of payload bytes, or -1 when the text is not base58 or its checksum is wrong.</summary>
    public static int Decode(ReadOnlySpan<byte> text, string alphabet, Span<byte> bytes)
    {
        var length = text.Length > Base58.MaxCharacters ? -1 : Base58.Decode(text, alphabet, bytes);
        if (length < 5)
        {
            return -1;
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes[..(length - 4)], hash);
        SHA256.HashData(hash, hash);
        return hash[..4].SequenceEqual(bytes.Slice(length - 4, 4)) ? length - 4 : -1;
    }

    public static string Encode(ReadOnlySpan<byte> payload, string alphabet)
    {
        var sum = SHA256.HashData(SHA256.HashData(payload));
        return Base58.Encode([.. payload, .. sum.AsSpan(0, 4)], alphabet);
    }
}
