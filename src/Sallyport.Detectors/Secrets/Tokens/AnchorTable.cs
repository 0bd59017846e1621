using System.Runtime.CompilerServices;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Patterns;

namespace Sallyport.Detectors.Secrets.Tokens;

/// <summary>Finds the rules whose literal begins at a place: one bit test a byte, a look-up at a hit.</summary>
internal sealed class AnchorTable
{
    private const int HashBits = 15;
    private readonly uint[] _bits = new uint[1 << (HashBits - 5)];
    private readonly ushort[] _first = new ushort[(1 << HashBits) + 1];
    private readonly Entry[] _entries;

    public AnchorTable(IEnumerable<Rule> rules)
    {
        var entries = new List<Entry>();
        foreach (var rule in rules)
        {
            foreach (var anchor in rule.Anchors)
            {
                entries.Add(new(rule, anchor));
            }
        }

        // A counting sort by hash: _first[h] is where the entries of hash h begin.
        foreach (var entry in entries)
        {
            var hash = Hash((uint)entry.Anchor.Text);
            _bits[hash >> 5] |= 1U << (int)(hash & 31);
            _first[hash + 1]++;
        }

        for (var i = 1; i < _first.Length; i++)
        {
            _first[i] += _first[i - 1];
        }

        _entries = new Entry[entries.Count];
        var next = (ushort[])_first.Clone();
        foreach (var entry in entries)
        {
            _entries[next[Hash((uint)entry.Anchor.Text)]++] = entry;
        }
    }

    /// <summary>Mixes the first three of four bytes, five bits each, so that case does not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(uint bytes) => (bytes & 0x1F1F1F) * 0x9E3779B1 >> (32 - HashBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint MayBegin(uint hash) => _bits[hash >> 5] >> (int)(hash & 31) & 1;

    public ReadOnlySpan<Entry> At(uint hash) => _entries.AsSpan(_first[hash], _first[hash + 1] - _first[hash]);

    public readonly record struct Entry(Rule Rule, Anchor Anchor);
}
