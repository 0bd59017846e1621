using System.Runtime.CompilerServices;

namespace Sallyport.Engine.Redacting;

/// <summary>Remembers what stood in a text of any length well enough to say of another text that it did not: a filter of its grams that grows.</summary>
internal sealed class SeenText
{
    private const int Smallest = 1 << 12; // words of 64 bits: 32 KiB serve 256 KB of text
    private const int Largest = 1 << 23;
    private readonly List<ulong[]> _full = [];
    private ulong[] _bits = new ulong[Smallest];
    private int _count;

    /// <summary>Takes note of <paramref name="text"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at + Gram.Length <= text.Length; at++)
        {
            var hash = Gram.Hash(text, at);
            if (Gram.IsSampled(hash))
            {
                Set(hash >> 2);
            }
        }
    }

    /// <summary>Whether <paramref name="text"/> is known not to have stood anywhere.</summary>
    public bool Lacks(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at + Gram.Length <= text.Length; at++)
        {
            var hash = Gram.Hash(text, at);
            if (Gram.IsSampled(hash) && !Has(hash >> 2))
            {
                return true;
            }
        }

        return false;
    }

    private void Set(ulong hash)
    {
        ref var word = ref _bits[(hash >> 6) & (ulong)(_bits.Length - 1)];
        var bit = 1UL << (int)(hash & 63);
        if ((word & bit) != 0)
        {
            return;
        }

        word |= bit;
        if (++_count > _bits.Length * 16)
        {
            _full.Add(_bits);
            (_bits, _count) = (new ulong[Math.Min(_bits.Length * 8, Largest)], 0);
        }
    }

    private bool Has(ulong hash)
    {
        var found = In(_bits, hash);
        foreach (var bits in _full)
        {
            found |= In(bits, hash);
        }

        return found;

        static bool In(ulong[] bits, ulong hash) => (bits[(hash >> 6) & (ulong)(bits.Length - 1)] >> (int)(hash & 63) & 1) != 0;
    }
}
