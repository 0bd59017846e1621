using System.Runtime.CompilerServices;
using Sallyport.Core.Text;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Secrets.Tokens;

/// <summary>Finds the tokens of rules that have a literal of their own: anchor, start, automaton, boundaries.</summary>
internal sealed class TokenScanner(IEnumerable<Rule> rules)
{
    private readonly AnchorTable _anchors = new(rules);

    /// <summary>Adds every match in <paramref name="text"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Scan(ReadOnlySpan<byte> text, List<Candidate> found)
    {
        if (text.Length < 3)
        {
            return;
        }

        var gram = (text[0] & 31) << 5 | text[1] & 31;
        for (var i = 2; i < text.Length; i++)
        {
            gram = (gram << 5 | text[i] & 31) & 0x7FFF;
            if (_anchors.MayHold(gram))
            {
                Try(text, i - 2, gram, found);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Try(ReadOnlySpan<byte> text, int at, int gram, List<Candidate> found)
    {
        foreach (var (rule, anchor) in _anchors.At(gram))
        {
            var last = Math.Max(0, at - anchor.MaxOffset);
            for (var start = at - anchor.MinOffset; start >= last; start--)
            {
                if (TryAt(text, start, rule, out var span))
                {
                    if (found.Count == 0 || found[^1] != new Candidate(rule, span))
                    {
                        found.Add(new Candidate(rule, span));
                    }

                    break;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryAt(ReadOnlySpan<byte> text, int start, Rule rule, out TextSpan span)
    {
        span = default;
        if (!Boundary.Before(text, start) || !rule.Pattern!.TryMatch(text[start..], out var secretStart, out var secretLength, out var length)
            || !Boundary.After(text, start + length))
        {
            return false;
        }

        span = new TextSpan(start + secretStart, secretLength);
        return true;
    }
}
