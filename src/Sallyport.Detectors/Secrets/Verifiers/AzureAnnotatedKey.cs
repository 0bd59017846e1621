using System.Buffers.Binary;
using System.Numerics;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>
/// Microsoft's common annotated security keys: 52 random characters, JQQJ99, date, reserved, a provider's signature at 76,
/// and behind it the Marvin32 hash of the first 60 bytes in base 62 (four characters, or six in the long form). Early
/// services hashed otherwise, so a hash that does not fit says nothing.
/// </summary>
internal sealed class AzureAnnotatedKey : ITokenVerifier
{
    private const int SumAt = 80;
    private static readonly ulong Seed = AzureKeyLayout.Seed("Default0");

    public string Name => "azure-annotated-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> key = stackalloc byte[60];
        Span<char> sum = stackalloc char[6];
        if (token.Length < SumAt + 4 || Base64Text.Decode(token[..SumAt], key) != key.Length)
        {
            return Verification.Wrong;
        }

        var hash = Marvin32.Fold(key, Seed);
        var given = token[SumAt..].TrimEnd((byte)'=');
        Write(hash, sum);
        return Fits(given, sum) || FitsBytes(given, hash) ? Verification.Right : Verification.Unknown;
    }

    public string Complete(string drawn, Random random)
    {
        Span<char> sum = stackalloc char[6];
        Write(Marvin32.Fold(Convert.FromBase64String(drawn[..SumAt]), Seed), sum);
        return string.Concat(drawn.AsSpan(0, SumAt), sum[..4]);
    }

    public string Spoil(string genuine, Random random) => Draw.Exchange(genuine, 20, Alphabets.Base62, random);

    /// <summary>The hash's little-endian bytes, read as a big-endian number, in base 62 and filled up with zeros behind.</summary>
    private static void Write(uint hash, Span<char> sum)
    {
        var value = BinaryPrimitives.ReverseEndianness(hash);
        var zeros = Math.Min(BitOperations.LeadingZeroCount(value) / 8, 3);
        var length = zeros;
        for (var rest = value; rest > 0 || length == zeros; rest /= 62)
        {
            length++;
        }

        sum.Fill('0');
        for (var i = length - 1; i >= zeros; i--, value /= 62)
        {
            sum[i] = Alphabets.Base62[(int)(value % 62)];
        }
    }

    /// <summary>Whether the characters given agree; the last of six keeps only the two bits that belong to a whole byte.</summary>
    private static bool Fits(ReadOnlySpan<byte> given, ReadOnlySpan<char> sum)
    {
        for (var i = 0; i < given.Length && i < 5; i++)
        {
            if (given[i] != sum[i])
            {
                return false;
            }
        }

        return given.Length is 4 || (given.Length is 6 && Base64Text.Value(given[5]) >> 4 == Base64Text.Value((byte)sum[5]) >> 4);
    }

    /// <summary>Keys of the format's first version carry the hash itself.</summary>
    private static bool FitsBytes(ReadOnlySpan<byte> given, uint hash)
    {
        Span<byte> bytes = stackalloc byte[4];
        Span<byte> expected = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(expected, hash);
        var length = Base64Text.Decode(given, bytes);
        return length >= 3 && bytes[..length].SequenceEqual(expected[..length]);
    }
}
