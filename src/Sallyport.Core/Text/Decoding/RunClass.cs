using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Sallyport.Core.Text.Decoding;

/// <summary>Classifies 32 bytes at once.</summary>
internal static class RunClass
{
    /// <summary>A bit for every byte that is a letter, a digit or one of <c>+ / - _</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ExtractMask(this Vector256<byte> bytes)
    {
        var letters = Vector256.LessThanOrEqual((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)25));
        var digits = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'/'), Vector256.Create((byte)10)); // '/' and the digits
        var others = Vector256.Equals(bytes, Vector256.Create((byte)'+')) | Vector256.Equals(bytes, Vector256.Create((byte)'-')) | Vector256.Equals(bytes, Vector256.Create((byte)'_'));
        return (letters | digits | others).ExtractMostSignificantBits();
    }
}
