namespace Sallyport.Rules.Patterns;

/// <summary>A set of byte values: what one position of a pattern accepts.</summary>
internal readonly record struct ByteSet(ulong A, ulong B, ulong C, ulong D)
{
    public static ByteSet Any => new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    public static ByteSet Digits => Range('0', '9');

    public static ByteSet Word => Range('0', '9') | Range('A', 'Z') | Range('a', 'z') | Single('_');

    public static ByteSet Space => Single(' ') | Range('\t', '\r');

    public int Count => System.Numerics.BitOperations.PopCount(A) + System.Numerics.BitOperations.PopCount(B)
        + System.Numerics.BitOperations.PopCount(C) + System.Numerics.BitOperations.PopCount(D);

    public static ByteSet Single(int value) => Range(value, value);

    public static ByteSet Range(int first, int last)
    {
        Span<ulong> words = stackalloc ulong[4];
        for (var value = first; value <= last; value++)
        {
            words[value >> 6] |= 1UL << (value & 63);
        }

        return new ByteSet(words[0], words[1], words[2], words[3]);
    }

    public static ByteSet operator |(ByteSet x, ByteSet y) => new(x.A | y.A, x.B | y.B, x.C | y.C, x.D | y.D);

    public static ByteSet operator &(ByteSet x, ByteSet y) => new(x.A & y.A, x.B & y.B, x.C & y.C, x.D & y.D);

    public static ByteSet operator ~(ByteSet x) => new(~x.A, ~x.B, ~x.C, ~x.D);

    public bool Contains(int value) => (((value >> 6) switch { 0 => A, 1 => B, 2 => C, _ => D }) >> (value & 63) & 1) != 0;

    /// <summary>With both cases of every ASCII letter in it.</summary>
    public ByteSet IgnoreCase()
    {
        var result = this;
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            if (Contains(letter) || Contains(letter - 32))
            {
                result |= Single(letter) | Single(letter - 32);
            }
        }

        return result;
    }

    public IEnumerable<byte> Values()
    {
        for (var value = 0; value < 256; value++)
        {
            if (Contains(value))
            {
                yield return (byte)value;
            }
        }
    }
}
