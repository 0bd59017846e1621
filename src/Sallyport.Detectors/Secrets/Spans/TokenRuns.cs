using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Context;

namespace Sallyport.Detectors.Secrets.Spans;

/// <summary>Enumerates the places where a token without a literal of its own could begin: long runs of token characters that no word makes, 64 bytes at a step.</summary>
internal ref struct TokenRuns(ReadOnlySpan<byte> text, int minLength)
{
    private const int LongWord = 16;
    private const int Group = 4; // abcd efgh ijkl mnop
    private readonly ReadOnlySpan<byte> _text = text;
    private int _block = -64;
    private ulong _token;
    private ulong _digits;
    private int _bit = 64;
    private int _open = -1;
    private bool _holdsDigit;

    /// <summary>The run found last.</summary>
    public TextSpan Current { get; private set; }

    public readonly TokenRuns GetEnumerator() => this;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MoveNext()
    {
        while (true)
        {
            if (_bit == 64)
            {
                _block += 64;
                if (_block >= _text.Length)
                {
                    return _open >= 0 && Close(_text.Length);
                }

                (_token, _digits) = Classify(_text[_block..]);
                _bit = 0;
            }

            if (_open < 0)
            {
                var ones = _token >> _bit << _bit;
                if (ones == 0)
                {
                    _bit = 64;
                    continue;
                }

                _bit = BitOperations.TrailingZeroCount(ones);
                (_open, _holdsDigit) = (_block + _bit, false);
            }

            var zeros = ~_token >> _bit << _bit;
            var end = BitOperations.TrailingZeroCount(zeros); // 64 when the run goes on in the next block
            _holdsDigit |= _digits >> _bit != 0 && (end == 64 || (_digits >> _bit & ((1UL << (end - _bit)) - 1)) != 0);
            _bit = end;
            if (end < 64 && Close(_block + end))
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
        return end - start >= minLength
            ? _holdsDigit || ((end - start >= LongWord || (end < _text.Length && _text[end] == ':')) && StandsAsValue(start, end))
            : (_holdsDigit || end - start == Group) && GoesOn(start, end) && StandsAsValue(start, end);
    }

    private readonly bool StandsAsValue(int start, int end)
    {
        if (_text[start..end].Contains((byte)'='))
        {
            return true;
        }

        var before = start > 0 && _text[start - 1] == ' ' ? start - 2 : start - 1;
        return before >= 0 && (Bytes.IsQuote(_text[before]) || Bytes.IsOperator(_text[before]) || (before < start - 1 && (FollowsFlag(before) || FollowsSecretWord(before))));
    }

    // acme SECRET abcdefgh
    private readonly bool FollowsSecretWord(int last)
    {
        var start = last + 1;
        while (start > 0 && last - start < 12 && char.IsAsciiLetter((char)_text[start - 1]))
        {
            start--;
        }

        return last - start is >= 2 and < 11 && NameWords.IsSecret(_text[start..(last + 1)]);
    }

    private readonly bool FollowsFlag(int last)
    {
        for (var i = last; i > Math.Max(0, last - 40) && (Bytes.IsAlnum(_text[i]) || _text[i] == '-'); i--)
        {
            if (_text[i] == '-' && _text[i - 1] is (byte)' ' or (byte)'-')
            {
                return true;
            }
        }

        return false;
    }

    // A short run that a colon, a blank or an @ joins to the rest of its value.
    private readonly bool GoesOn(int start, int end)
    {
        if (end == _text.Length || _text[end] is not ((byte)':' or (byte)' ' or (byte)'@') || start + minLength > _text.Length)
        {
            return false;
        }

        foreach (var b in _text[end..(start + minLength)])
        {
            if (Bytes.IsQuote(b) || Bytes.IsLineEnd(b))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Token, ulong Digits) Classify(ReadOnlySpan<byte> block)
    {
        if (block.Length < 64)
        {
            Span<byte> padded = stackalloc byte[64];
            padded.Clear();
            block.CopyTo(padded);
            return Classify(Vector256.Create<byte>(padded), Vector256.Create<byte>(padded[32..]));
        }

        return Classify(Vector256.Create(block), Vector256.Create(block[32..]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Token, ulong Digits) Classify(Vector256<byte> low, Vector256<byte> high) =>
        (Token(low) | (ulong)Token(high) << 32, Digit(low) | (ulong)Digit(high) << 32);

    // Letters, digits and _-+/=.~ ; from '-' to '9' the values follow each other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Token(Vector256<byte> bytes)
    {
        var letters = Vector256.LessThanOrEqual((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)25));
        var digits = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'-'), Vector256.Create((byte)('9' - '-')));
        var others = Vector256.Equals(bytes, Vector256.Create((byte)'_')) | Vector256.Equals(bytes, Vector256.Create((byte)'+'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'=')) | Vector256.Equals(bytes, Vector256.Create((byte)'~'));
        return (letters | digits | others).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Digit(Vector256<byte> bytes) =>
        Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9)).ExtractMostSignificantBits();
}
