namespace Sallyport.Rules.Patterns;

/// <summary>A literal of three to eight bytes that stands in every match (one of several, where there are alternatives), and where.</summary>
/// <param name="Text">The bytes in memory order with bit 0x20 set in each, so that the case of letters does not matter; unused ones zero.</param>
/// <param name="Length">How many bytes there are.</param>
/// <param name="MinOffset">Least distance from the start of a match to the literal.</param>
/// <param name="MaxOffset">Greatest distance.</param>
public readonly record struct Anchor(ulong Text, byte Length, ushort MinOffset, ushort MaxOffset)
{
    /// <summary>Selects the bytes of <see cref="Text"/> that are in use.</summary>
    public ulong Mask => Length == 8 ? ulong.MaxValue : (1UL << (Length * 8)) - 1;

    /// <summary>Sets the bit that tells the cases of a letter apart in eight bytes.</summary>
    public static ulong Fold(ulong bytes) => bytes | 0x2020202020202020;
}
