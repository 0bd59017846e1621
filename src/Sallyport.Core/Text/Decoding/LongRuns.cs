using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Sallyport.Core.Text.Decoding;

/// <summary>Finds maximal runs of base64 characters (both alphabets; padding left out), 64 bytes at a step.</summary>
public ref struct LongRuns
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly int _least;
    private int _block;
    private ulong _mask;
    private int _open = -1;

    /// <summary>Looks for runs of at least <paramref name="least"/> bytes, eight or more, in <paramref name="text"/>.</summary>
    public LongRuns(ReadOnlySpan<byte> text, int least)
    {
        _text = text;
        _least = least;
        _block = -64;
        Current = default;
    }

    /// <summary>The run found last.</summary>
    public TextSpan Current { get; private set; }

    // Bits of the present block that were not looked at yet stay in _mask; a run that reaches its end stays open.
    private int Position { get; set; } = 64;

    /// <summary>Goes to the next run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MoveNext()
    {
        while (true)
        {
            if (Position >= 64)
            {
                _block += 64;
                if (_block >= _text.Length)
                {
                    return _block < _text.Length + 64 && Close(_text.Length);
                }

                _mask = Classify(_text[_block..]);
                Position = 0;
                if (_open < 0 && !MayBegin(_mask))
                {
                    Position = 64;
                    continue;
                }
            }

            if (_open < 0)
            {
                var ones = _mask >> Position << Position;
                if (ones == 0)
                {
                    Position = 64;
                    continue;
                }

                Position = BitOperations.TrailingZeroCount(ones);
                _open = _block + Position;
            }

            var zeros = ~_mask >> Position << Position;
            if (zeros == 0)
            {
                Position = 64;
                continue;
            }

            Position = BitOperations.TrailingZeroCount(zeros);
            if (Close(_block + Position))
            {
                return true;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Close(int end)
    {
        var start = _open;
        _open = -1;
        Current = TextSpan.Between(start, end);
        return start >= 0 && end - start >= _least;
    }

    // Without a run of eight ones inside or a one at the end, no run of eight or more begins in the block.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayBegin(ulong mask)
    {
        var run = mask & mask >> 1;
        run &= run >> 2;
        run &= run >> 4;
        return (run | mask >> 63) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Classify(ReadOnlySpan<byte> block)
    {
        if (block.Length >= 64)
        {
            var low = Vector256.Create(block).ExtractMask();
            var high = Vector256.Create(block[32..]).ExtractMask();
            return low | (ulong)high << 32;
        }

        var mask = 0UL;
        for (var i = 0; i < block.Length; i++)
        {
            mask |= IsRunByte(block[i]) ? 1UL << i : 0;
        }

        return mask;
    }

    /// <summary>Whether a byte belongs to runs: letters, digits, <c>+ / - _</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsRunByte(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/' or (byte)'-' or (byte)'_';
}
