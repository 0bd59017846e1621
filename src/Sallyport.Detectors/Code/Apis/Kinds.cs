namespace Sallyport.Detectors.Code.Apis;

/// <summary>The kinds of weakness as bits, in the order in which rules and models name them.</summary>
internal sealed class Kinds
{
    private readonly Dictionary<string, int> _bits = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public const ulong All = ulong.MaxValue;

    /// <summary>The bit of a kind; <c>*</c> is all of them, several are parted by <c>|</c>.</summary>
    public ulong Bit(string kind)
    {
        if (kind == "*")
        {
            return All;
        }

        var bits = 0UL;
        foreach (var one in kind.Split('|'))
        {
            if (!_bits.TryGetValue(one, out var bit))
            {
                _bits[one] = bit = _bits.Count & 63;
            }

            bits |= 1UL << bit;
        }

        return bits;
    }
}
