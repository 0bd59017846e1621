using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Sallyport.Detectors.Privacy.Numbers;

/// <summary>The letters and digits of a stretch of text, and the separators between them.</summary>
internal ref struct NumberText
{
    /// <summary>Most letters and digits that any kind has.</summary>
    public const int Limit = 34;

    private Buffer _value;
    private Buffer _separators;
    private bool _small;
    private bool _capital;

    /// <summary>How many letters and digits.</summary>
    public int Count { get; private set; }

    /// <summary>How many separators.</summary>
    public int Separators { get; private set; }

    /// <summary>Bit i: whether the i-th is a digit.</summary>
    public ulong Digits { get; private set; }

    /// <summary>Bit i: whether a separator stands before the i-th.</summary>
    public ulong Breaks { get; private set; }

    /// <summary>Whether capital and small letters stand side by side.</summary>
    public readonly bool MixesCase => _small && _capital;

    /// <summary>The letters, in capitals, and digits.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Value => ((ReadOnlySpan<byte>)_value)[..Count];

    /// <summary>The separator before the i-th letter or digit; 0 for none.</summary>
    public readonly byte Before(int i) => _separators[i];

    /// <summary>Adds a letter or digit.</summary>
    public void Add(byte b, byte separator)
    {
        var digit = char.IsAsciiDigit((char)b);
        _value[Count] = digit ? b : (byte)(b & ~32);
        _separators[Count] = separator;
        _small |= b >= 'a';
        _capital |= !digit && b < 'a';
        Digits |= digit ? 1UL << Count : 0;
        if (separator != 0)
        {
            Breaks |= 1UL << Count;
            Separators++;
        }

        Count++;
    }

    [InlineArray(Limit)]
    private struct Buffer
    {
        private byte _first;
    }
}
