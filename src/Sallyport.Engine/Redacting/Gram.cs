using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sallyport.Engine.Redacting;

/// <summary>Eight bytes of text, of which one in four is looked at, chosen by the bytes themselves: whatever stands in a text is found by the same ones.</summary>
internal static class Gram
{
    public const int Length = 8;

    /// <summary>The hash of the eight bytes at <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(ReadOnlySpan<byte> text, int at)
    {
        var hash = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at)) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 32);
    }

    /// <summary>Whether these are looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSampled(ulong hash) => (hash & 3) == 0;
}
