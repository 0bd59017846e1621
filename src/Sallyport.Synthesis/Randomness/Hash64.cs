using System.Runtime.InteropServices;

namespace Sallyport.Synthesis.Randomness;

/// <summary>A 64-bit hash that does not change from run to run; a collision only makes a fresh value be drawn again.</summary>
internal static class Hash64
{
    /// <summary>The hash of a text; never 0.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)text.Length;
        while (text.Length >= 4)
        {
            hash = (ulong.RotateLeft(hash, 27) ^ MemoryMarshal.Cast<char, ulong>(text[..4])[0]) * 0xFF51AFD7ED558CCD;
            text = text[4..];
        }

        foreach (var c in text)
        {
            hash = (ulong.RotateLeft(hash, 27) ^ c) * 0xC4CEB9FE1A85EC53;
        }

        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCD;
        return (hash ^ (hash >> 29)) | 1;
    }

    /// <summary>The hash of one hash after another.</summary>
    public static ulong Then(ulong first, ulong second) => (ulong.RotateLeft(first, 31) ^ second) * 0x9FB21C651E98DF25;
}
