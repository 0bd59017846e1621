using System.Runtime.CompilerServices;
using System.Text;
using Sallyport.Rules.Imports;
using Sallyport.Rules.Imports.Expressions;

namespace Sallyport.Detectors.Secrets.Imported;

/// <summary>Finds the texts that all imported rules need in one pass over the bytes.</summary>
internal sealed class LiteralIndex
{
    private const int HashBits = 15;
    private readonly uint[] _bits = new uint[1 << (HashBits - 5)];
    private readonly Dictionary<uint, ImportedLiteral[]> _byHash = [];

    public LiteralIndex(IReadOnlyList<ImportedRule> rules, IReadOnlyList<KeywordGate> gates)
    {
        var uses = new Dictionary<string, List<ImportedLiteral.Use>>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Count; i++)
        {
            Add(rules[i], gates[i], i, uses);
        }

        foreach (var group in uses.Select(u => Literal(u.Key, u.Value)).GroupBy(l => Hash(l.Text, l.Anchor)))
        {
            _byHash.Add(group.Key, [.. group]);
            _bits[group.Key >> 5] |= 1U << (int)(group.Key & 31);
        }
    }

    /// <summary>Tells <paramref name="hits"/> of every place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Scan(ReadOnlySpan<byte> text, RuleHits hits)
    {
        if (text.Length < RequiredLiteral.Shortest)
        {
            return;
        }

        var bytes = (uint)(text[0] << 8 | text[1] << 16);
        for (var end = 2; end < text.Length; end++)
        {
            bytes = bytes >> 8 | (uint)text[end] << 16;
            var hash = Hash(bytes);
            if ((_bits[hash >> 5] >> (int)(hash & 31) & 1) != 0)
            {
                Try(text, end - 2, hash, hits);
            }
        }
    }

    private void Try(ReadOnlySpan<byte> text, int at, uint hash, RuleHits hits)
    {
        foreach (var literal in _byHash[hash])
        {
            var start = at - literal.Anchor;
            if (literal.StandsAt(text, start))
            {
                foreach (var use in literal.Uses)
                {
                    hits.Add(use, start);
                }
            }
        }
    }

    private static void Add(ImportedRule rule, KeywordGate gate, int index, Dictionary<string, List<ImportedLiteral.Use>> uses)
    {
        if (rule.Expression is not { } expression)
        {
            return;
        }

        foreach (var literal in expression.Literals)
        {
            Uses(literal.Text).Add(new(index, IsKeyword: false, literal.MinOffset, literal.MaxOffset ?? expression.Reach));
        }

        foreach (var keyword in gate.Indexed)
        {
            Uses(Encoding.Latin1.GetString(keyword)).Add(new(index, IsKeyword: true, 0, 0));
        }

        List<ImportedLiteral.Use> Uses(string text)
        {
            if (!uses.TryGetValue(text, out var list))
            {
                uses.Add(text, list = []);
            }

            return list;
        }
    }

    private static ImportedLiteral Literal(string latin, List<ImportedLiteral.Use> uses)
    {
        var text = Encoding.Latin1.GetBytes(latin);
        var anchor = 0;
        for (var i = 1; i + RequiredLiteral.Shortest <= text.Length; i++)
        {
            anchor = Rarity(text, i) > Rarity(text, anchor) ? i : anchor;
        }

        return new(text, anchor, uses);
    }

    private static int Rarity(byte[] text, int at)
    {
        var score = 0;
        foreach (var value in text.AsSpan(at, RequiredLiteral.Shortest))
        {
            score += "etaoinsr ".Contains((char)value, StringComparison.Ordinal) ? 1 : "ldcumph".Contains((char)value, StringComparison.Ordinal) ? 2 : 4;
        }

        return score;
    }

    private static uint Hash(byte[] text, int at) => Hash((uint)(text[at] | text[at + 1] << 8 | text[at + 2] << 16));

    // Mixes three bytes, five bits each, so that case does not matter.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint bytes) => (bytes & 0x1F1F1F) * 0x9E3779B1 >> (32 - HashBits);
}
