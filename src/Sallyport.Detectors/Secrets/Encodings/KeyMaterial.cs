using System.Numerics;

namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Tells random bytes from text and filler.</summary>
internal static class KeyMaterial
{
    /// <summary>Whether bytes look drawn at random: not readable as text, and not a few values repeated.</summary>
    public static bool LooksRandom(ReadOnlySpan<byte> bytes)
    {
        var printable = 0;
        Span<ulong> seen = stackalloc ulong[4];
        seen.Clear();
        foreach (var b in bytes)
        {
            printable += b is >= 0x20 and < 0x7F ? 1 : 0;
            seen[b >> 6] |= 1UL << (b & 63);
        }

        var distinct = 0;
        foreach (var word in seen)
        {
            distinct += BitOperations.PopCount(word);
        }

        // 64 random bytes hold 57 distinct ones on average and 24 printable ones; both bounds lie beyond five sigma.
        return distinct * 2 > Math.Min(bytes.Length, 128) && printable * 100 < bytes.Length * (bytes.Length < 24 ? 95 : 85);
    }

    /// <summary>Whether the scalar has the bits that Curve25519 clamping sets and clears.</summary>
    public static bool IsClamped(ReadOnlySpan<byte> scalar) => (scalar[0] & 7) == 0 && (scalar[31] & 0xC0) == 0x40;

    public static void Clamp(Span<byte> scalar)
    {
        scalar[0] &= 0xF8;
        scalar[31] = (byte)((scalar[31] & 0x7F) | 0x40);
    }
}
