using System.Runtime.CompilerServices;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Context;

/// <summary>Splits identifiers and prose into words: at separators and where the case changes.</summary>
internal ref struct Words(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    /// <summary>The word found last.</summary>
    public TextSpan Current { get; private set; }

    public readonly Words GetEnumerator() => this;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MoveNext()
    {
        while (_at < _text.Length && !Bytes.IsAlnum(_text[_at]))
        {
            _at++;
        }

        if (_at == _text.Length)
        {
            return false;
        }

        var start = _at++;
        while (_at < _text.Length && Bytes.IsAlnum(_text[_at]) && !Breaks(start))
        {
            _at++;
        }

        Current = TextSpan.Between(start, _at);
        return true;
    }

    // aB breaks before B; ABc breaks before B, except for the plural of an abbreviation (IDs).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool Breaks(int start)
    {
        if (!IsUpper(_text[_at]))
        {
            return false;
        }

        return !IsUpper(_text[_at - 1])
            || _at + 1 < _text.Length && IsLower(_text[_at + 1]) && _at > start && !(_text[_at + 1] == 's' && (_at + 2 == _text.Length || !IsLower(_text[_at + 2])));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsUpper(byte b) => b is >= (byte)'A' and <= (byte)'Z';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsLower(byte b) => b is >= (byte)'a' and <= (byte)'z';
}
