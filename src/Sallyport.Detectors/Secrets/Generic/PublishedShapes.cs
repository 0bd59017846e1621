using System.Buffers;
using Sallyport.Detectors.Secrets.Near;
using Sallyport.Detectors.Secrets.Spans;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Knows which names promise a token of one published length: with something joined to it, the value is known not to be one.</summary>
internal sealed class PublishedShapes(IReadOnlyCollection<Rule> rules)
{
    private const int Shortest = 20;
    private const int Longest = 512;
    private const int Slack = 2;
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private readonly NearTable _names = new(rules.Where(r => r.Near.Count > 0 && r.MinLength >= Shortest && r.MaxLength <= Longest && r.MaxLength - r.MinLength <= Slack));

    /// <summary>Whether only the beginning or the end of the value has the shape that its name promises. Plain hexadecimal of another length may be a newer kind.</summary>
    public bool IsOverfilled(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (value.IndexOfAnyExcept(HexDigits) < 0)
        {
            return false;
        }

        var hits = new List<NearHit>();
        _names.MatchWords(name, hits);
        foreach (var hit in hits)
        {
            if (IsTelling(hit.Rule) && (Begins(hit.Rule, value) || Ends(hit.Rule, value)))
            {
                return true;
            }
        }

        return false;
    }

    // Where any letters and digits will do, the beginning of a longer value says nothing: the page may be too narrow.
    private static bool IsTelling(Rule rule)
    {
        Span<byte> sample = stackalloc byte[rule.MaxLength];
        sample.Fill((byte)'k');
        if (rule.Pattern!.TryMatch(sample, out _, out _, out _))
        {
            return false;
        }

        sample.Fill((byte)'K');
        return !rule.Pattern.TryMatch(sample, out _, out _, out _);
    }

    private static bool Begins(Rule rule, ReadOnlySpan<byte> value) =>
        rule.Pattern!.TryMatch(value, out _, out _, out var matched) && matched < value.Length;

    private static bool Ends(Rule rule, ReadOnlySpan<byte> value)
    {
        for (var length = rule.MinLength; length <= rule.MaxLength && length < value.Length; length++)
        {
            if (Bytes.IsAlnum(value[^(length + 1)]) && rule.Pattern!.TryMatch(value[^length..], out _, out _, out var matched) && matched == length)
            {
                return true;
            }
        }

        return false;
    }
}
