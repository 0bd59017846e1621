using Sallyport.Rules.Compiled;
using Sallyport.Rules.Patterns;

namespace Sallyport.Detectors.Secrets.Tokens;

/// <summary>Finds the rules whose anchor three folded bytes are: one bit test a byte, a look-up at a hit.</summary>
internal sealed class AnchorTable
{
    private readonly ulong[] _bits = new ulong[32768 / 64];
    private readonly Dictionary<ushort, Entry[]> _entries = [];

    public AnchorTable(IEnumerable<Rule> rules)
    {
        foreach (var group in rules.SelectMany(r => r.Anchors, (rule, anchor) => new Entry(rule, anchor)).GroupBy(e => e.Anchor.Gram))
        {
            _entries.Add(group.Key, [.. group]);
            _bits[group.Key >> 6] |= 1UL << (group.Key & 63);
        }
    }

    public bool MayHold(int gram) => (_bits[gram >> 6] >> (gram & 63) & 1) != 0;

    public ReadOnlySpan<Entry> At(int gram) => _entries[(ushort)gram];

    public readonly record struct Entry(Rule Rule, Anchor Anchor);
}
