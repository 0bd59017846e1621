using System.Runtime.CompilerServices;
using System.Text;
using Sallyport.Detectors.Secrets.Context;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Secrets.Near;

/// <summary>Finds the rules whose near words stand in the names of a value.</summary>
internal sealed class NearTable
{
    private const int LongestRun = 6;
    private readonly Dictionary<ulong, Entry> _words = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public NearTable(IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            foreach (var word in rule.Near)
            {
                var hash = WordHash.Of(word);
                _words[hash] = _words.TryGetValue(hash, out var entry) ? entry with { Rules = [.. entry.Rules, rule] } : new Entry([rule], Telling(word));
            }
        }
    }

    /// <summary>Adds the rules that the context names, without repetition, closest name first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Match(NameContext context, List<NearHit> hits)
    {
        if (_words.Count == 0)
        {
            return;
        }

        var text = context.Text;
        var direct = text.Slice(context.Direct.Start, context.Direct.Length);
        if (NameWords.EndsPublic(direct))
        {
            return;
        }

        foreach (var name in context.Close)
        {
            Add(text.Slice(name.Span.Start, name.Span.Length), name.Kind, hits);
        }

        var secret = NameWords.AnySecret(direct);
        foreach (var name in context.Far)
        {
            var words = text.Slice(name.Span.Start, name.Span.Length);
            if (secret || name.Kind == NameKind.Line && NameWords.AnySecret(words) || name.Kind == NameKind.Above && !NameWords.EndsNeutral(direct) || name.Kind == NameKind.Sibling)
            {
                Add(words, name.Kind, hits);
            }
        }

        if (secret)
        {
            Add(context.PathText, NameKind.Path, hits);
        }
    }

    /// <summary>Adds the rules that any words of a piece of text name.</summary>
    public void MatchWords(ReadOnlySpan<byte> words, List<NearHit> hits) => Add(words, NameKind.Line, hits);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlySpan<byte> name, NameKind kind, List<NearHit> hits)
    {
        for (var words = new Words(name); words.MoveNext();)
        {
            var hash = WordHash.Empty;
            var run = words;
            for (var i = 0; i < LongestRun; i++)
            {
                var word = name.Slice(run.Current.Start, run.Current.Length);
                hash = WordHash.Append(hash, word);
                Look(hash, kind, hits);
                if (i == 0)
                {
                    WithoutAffixes(word, kind, hits);
                }

                if (!run.MoveNext())
                {
                    break;
                }
            }
        }
    }

    private void WithoutAffixes(ReadOnlySpan<byte> word, NameKind kind, List<NearHit> hits)
    {
        while ((word = NameWords.WithoutAffix(word)).Length > 0)
        {
            Look(WordHash.Append(WordHash.Empty, word), kind, hits);
        }
    }

    private void Look(ulong hash, NameKind kind, List<NearHit> hits)
    {
        if (!_words.TryGetValue(hash, out var entry))
        {
            return;
        }

        foreach (var rule in entry.Rules)
        {
            Keep(new NearHit(rule, kind, entry.Length), hits);
        }
    }

    private static void Keep(NearHit hit, List<NearHit> hits)
    {
        for (var i = 0; i < hits.Count; i++)
        {
            if (ReferenceEquals(hits[i].Rule, hit.Rule))
            {
                if ((hit.Kind, -hit.Length).CompareTo((hits[i].Kind, -hits[i].Length)) < 0)
                {
                    hits[i] = hit;
                }

                return;
            }
        }

        hits.Add(hit);
    }

    // What a word says beyond api, app, key, secret and the like.
    private static int Telling(string word)
    {
        ReadOnlySpan<byte> rest = Encoding.ASCII.GetBytes(word);
        for (var shorter = rest; shorter.Length > 0; shorter = NameWords.WithoutAffix(rest))
        {
            rest = shorter;
        }

        return NameWords.IsSecret(rest) || NameWords.IsAffix(rest) ? 1 : rest.Length + 1;
    }

    private sealed record Entry(Rule[] Rules, int Length);
}
