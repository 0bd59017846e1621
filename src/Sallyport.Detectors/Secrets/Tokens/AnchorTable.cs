using System.Runtime.CompilerServices;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Patterns;

namespace Sallyport.Detectors.Secrets.Tokens;

/// <summary>Finds the rules whose literal begins at a place: one bit test a byte, a short list at a hit.</summary>
internal sealed class AnchorTable
{
    private const int HashBits = 18; // 32 KiB of bits stay in the first-level cache, and few places of ordinary text hit one
    private const int BucketBits = 12;
    private readonly uint[] _bits = new uint[1 << (HashBits - 5)];
    private readonly ushort[] _first = new ushort[(1 << BucketBits) + 1];
    private readonly Entry[] _entries;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public AnchorTable(IEnumerable<Rule> rules)
    {
        var keyed = new List<(uint Hash, Entry Entry)>();
        foreach (var rule in rules)
        {
            foreach (var anchor in rule.Anchors)
            {
                Add(new Entry(anchor.Text, anchor.Mask, anchor.MinOffset, anchor.MaxOffset, rule), anchor.Length, keyed);
            }
        }

        // A counting sort: _first[b] is where the entries of bucket b begin.
        foreach (var (hash, _) in keyed)
        {
            _bits[hash >> 5] |= 1U << (int)(hash & 31);
            _first[Bucket(hash) + 1]++;
        }

        for (var i = 1; i < _first.Length; i++)
        {
            _first[i] += _first[i - 1];
        }

        _entries = new Entry[keyed.Count];
        var next = (ushort[])_first.Clone();
        foreach (var (hash, entry) in keyed)
        {
            _entries[next[Bucket(hash)]++] = entry;
        }
    }

    /// <summary>Mixes four bytes, five bits each, so that case does not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(uint bytes) => (bytes & 0x1F1F1F1F) * 0x9E3779B1 >> (32 - HashBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint MayBegin(uint hash) => _bits[hash >> 5] >> (int)(hash & 31) & 1;

    /// <summary>The literals that may begin with four bytes of this hash, and a few others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Entry> At(uint hash)
    {
        var bucket = Bucket(hash);
        return _entries.AsSpan(_first[bucket], _first[bucket + 1] - _first[bucket]);
    }

    private static uint Bucket(uint hash) => hash >> (HashBits - BucketBits);

    // A literal of three bytes may be followed by anything.
    private static void Add(Entry entry, int length, List<(uint Hash, Entry Entry)> keyed)
    {
        var first = (uint)entry.Text;
        for (var fourth = 0u; fourth < (length > 3 ? 1u : 32u); fourth++)
        {
            keyed.Add((Hash(length > 3 ? first : first & 0xFFFFFF | fourth << 24), entry));
        }
    }

    /// <summary>A literal in folded bytes, where it stands in a match, and the rule.</summary>
    public readonly record struct Entry(ulong Text, ulong Mask, int MinOffset, int MaxOffset, Rule Rule);
}
