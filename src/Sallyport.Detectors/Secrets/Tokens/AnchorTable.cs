using System.Runtime.CompilerServices;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Patterns;

namespace Sallyport.Detectors.Secrets.Tokens;

/// <summary>Finds the rules whose literal begins at a place: one bit test a byte, a look-up at a hit.</summary>
internal sealed class AnchorTable
{
    private const int HashBits = 18; // 32 KiB of bits stay in the first-level cache, and few places of ordinary text hit one
    private readonly uint[] _bits = new uint[1 << (HashBits - 5)];
    private readonly Dictionary<uint, Entry[]> _entries = [];

    public AnchorTable(IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            foreach (var anchor in rule.Anchors)
            {
                Add(new Entry(rule, anchor));
            }
        }
    }

    /// <summary>Mixes four bytes, five bits each, so that case does not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(uint bytes) => (bytes & 0x1F1F1F1F) * 0x9E3779B1 >> (32 - HashBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint MayBegin(uint hash) => _bits[hash >> 5] >> (int)(hash & 31) & 1;

    public ReadOnlySpan<Entry> At(uint hash) => _entries.GetValueOrDefault(hash);

    private void Add(Entry entry)
    {
        var first = (uint)entry.Anchor.Text;
        if (entry.Anchor.Length > 3)
        {
            Add(Hash(first), entry);
            return;
        }

        // A literal of three bytes may be followed by anything.
        for (var fourth = 0u; fourth < 32; fourth++)
        {
            Add(Hash(first & 0xFFFFFF | fourth << 24), entry);
        }
    }

    private void Add(uint hash, Entry entry)
    {
        _bits[hash >> 5] |= 1U << (int)(hash & 31);
        _entries[hash] = _entries.TryGetValue(hash, out var others) ? [.. others, entry] : [entry];
    }

    public readonly record struct Entry(Rule Rule, Anchor Anchor);
}
