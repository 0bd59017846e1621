using System.Buffers.Binary;
using System.Numerics;

namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>The Marvin32 hash, folded to 32 bits as Azure's identifiable keys use it.</summary>
internal static class Marvin32
{
    public static uint Fold(ReadOnlySpan<byte> data, ulong seed)
    {
        var hash = Compute(data, seed);
        return (uint)hash ^ (uint)(hash >> 32);
    }

    public static ulong Compute(ReadOnlySpan<byte> data, ulong seed)
    {
        var low = (uint)seed;
        var high = (uint)(seed >> 32);
        while (data.Length >= 4)
        {
            Mix(ref low, ref high, BinaryPrimitives.ReadUInt32LittleEndian(data));
            data = data[4..];
        }

        Span<byte> last = stackalloc byte[4];
        last.Clear();
        data.CopyTo(last);
        last[data.Length] = 0x80;
        Mix(ref low, ref high, BinaryPrimitives.ReadUInt32LittleEndian(last));
        Mix(ref low, ref high, 0);
        return ((ulong)high << 32) | low;
    }

    private static void Mix(ref uint low, ref uint high, uint word)
    {
        low += word;
        high ^= low;
        low = BitOperations.RotateLeft(low, 20) + high;
        high = BitOperations.RotateLeft(high, 9) ^ low;
        low = BitOperations.RotateLeft(low, 27) + high;
        high = BitOperations.RotateLeft(high, 19);
    }
}
