using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Core.Text.Decoding;
using Sallyport.Detectors.Secrets.Verifiers;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Secrets.PrivateKeys;

/// <summary>Finds blocks of private keys and parses them: the analysis that pages name <c>private-key</c>.</summary>
internal sealed class PrivateKeyAnalysis
{
    /// <summary>As pages write it.</summary>
    public const string Name = "private-key";

    private readonly Dictionary<string, Rule> _byKind = new(StringComparer.Ordinal);

    public PrivateKeyAnalysis(IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Analysis == Name)
            {
                _byKind.Add(rule.Kind!, rule);
            }
        }
    }

    /// <summary>Adds every block in a layer.</summary>
    public void Scan(TextLayer layer, List<Weighed> found)
    {
        foreach (var mark in PrivateKeyScanner.Marks)
        {
            Scan(layer, mark, found);
        }
    }

    private void Scan(TextLayer layer, ReadOnlySpan<byte> mark, List<Weighed> found)
    {
        var text = layer.Text.Span;
        int at = 0, next;
        while ((next = text[at..].IndexOf(mark)) >= 0)
        {
            at += next;
            if (PrivateKeyScanner.TryRead(text, at, out var end, out var kind, out var verification) && _byKind.TryGetValue(kind, out var rule))
            {
                found.Add(Weigh(rule, layer, TextSpan.Between(at, end), verification));
                at = end;
            }
            else
            {
                at += mark.Length;
            }
        }
    }

    private static Weighed Weigh(Rule rule, TextLayer layer, TextSpan span, Verification verification)
    {
        var right = verification == Verification.Right;
        string[] evidence = [.. layer.Evidence, right ? "the block decodes to the structure of such a key" : "the block is long and random enough, but does not decode to a whole key"];
        return new Weighed(new Candidate(rule, span), layer.ToArtifact(span), rule.Severity, right ? Confidence.High : rule.Confidence, right ? 1 : 0, evidence);
    }
}
