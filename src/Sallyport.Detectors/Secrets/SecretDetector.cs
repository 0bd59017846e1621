using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Core.Text.Decoding;
using Sallyport.Detectors.Secrets.Context;
using Sallyport.Detectors.Secrets.Generic;
using Sallyport.Detectors.Secrets.Near;
using Sallyport.Detectors.Secrets.Noise;
using Sallyport.Detectors.Secrets.PrivateKeys;
using Sallyport.Detectors.Secrets.Tokens;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Secrets;

/// <summary>Finds credentials: tokens of known kinds, keys, connection strings, and values whose name gives them away.</summary>
public sealed class SecretDetector : IDetector
{
    private const int Neighbourhood = 240; // bytes before a token in which a near word counts
    private readonly TokenScanner _tokens;
    private readonly NearScanner _near;
    private readonly NearTable _names;
    private readonly PrivateKeyAnalysis _keys;
    private readonly Weigher _weigher;
    private readonly GenericScanner _generic;

    /// <summary>Makes a detector that runs <paramref name="rules"/>.</summary>
    public SecretDetector(IEnumerable<Rule> rules)
    {
        var all = rules.Where(r => r.Family == Name).ToArray();
        _tokens = new TokenScanner(all.Where(r => r.Anchors.Count > 0));
        _near = new NearScanner([.. all.Where(r => r.Anchors.Count == 0 && r.Analysis is null)]);
        _names = new NearTable(all.Where(r => r.Anchors.Count > 0 && r.Near.Count > 0));
        _keys = new PrivateKeyAnalysis(all);
        _weigher = new Weigher(all);
        _generic = new GenericScanner(all);
    }

    /// <summary>The family.</summary>
    public const string Name = "secrets";

    /// <inheritdoc/>
    public string Family => Name;

    /// <inheritdoc/>
    public void Index(Artifact artifact, IDetectionSink sink)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(sink);
        var claims = new List<Weighed>();
        Scan(artifact.Layer, artifact.Path, claims, sink);
        Arbiter.Settle(claims);
        foreach (var claim in claims)
        {
            var rule = claim.Candidate.Rule;
            // A token whose checksum is wrong is not genuine; on its way out that is a poor reason to let it pass.
            sink.Report(new Detected(rule.Id, rule.Title, claim.Severity, claim.Confidence, claim.Place, claim.Evidence, Sensitive: true)
            {
                Value = artifact.Leaves && (Levels.Of(claim.Severity, claim.Confidence) >= Level.Warning || claim.Surety < 0) ? new SensitiveValue(rule.Id, claim.Layer!, claim.Candidate.Span, Telling(rule, claim)) : null,
            });
        }
    }

    // What tells the kind: what is fixed, else words up to a separator (sk_live_), else four capitals.
    private static int Telling(Rule rule, in Weighed claim)
    {
        if (rule.Pattern is null || rule.Pattern.HasContext || rule.Anchors.Count == 0)
        {
            return 0;
        }

        var value = claim.Layer!.Text.Span.Slice(claim.Candidate.Span.Start, claim.Candidate.Span.Length);
        int kept = rule.Pattern.Prefix, word = 0;
        for (var i = 0; i < Math.Min(value.Length, 12) && (value[i] is (byte)'_' or (byte)'-' || char.IsAsciiLetterLower((char)value[i])); i++)
        {
            if (value[i] is (byte)'_' or (byte)'-')
            {
                kept = Math.Max(kept, i + 1);
                word = i;
            }
        }

        return word > 0 ? kept : value.Length > 8 && value[..4].IndexOfAnyExceptInRange((byte)'A', (byte)'Z') < 0 ? Math.Max(kept, 4) : kept;
    }

    private void Scan(TextLayer layer, string path, List<Weighed> claims, IDetectionSink sink)
    {
        var first = claims.Count;
        var candidates = new List<Candidate>();
        var context = new NameContext(layer.Text, path);
        _tokens.Scan(context.Text, candidates);
        KeepNamed(context, candidates);
        if (!FileKinds.HoldsOnlySums(path))
        {
            _near.Scan(context, candidates);
        }

        foreach (var candidate in candidates)
        {
            if (PathGlobs.Match(candidate.Rule.Path, path) && _weigher.Weigh(candidate, layer) is { } claim)
            {
                claims.Add(claim);
            }
        }

        _keys.Scan(layer, claims);
        _generic.Scan(layer, path, claims);
        for (var i = first; i < claims.Count; i++)
        {
            claims[i] = claims[i] with { Depth = layer.Depth, Layer = layer };
        }

        foreach (var inner in layer.Inner())
        {
            if (inner.Cut)
            {
                sink.Skip(new Skipped(path, "compressed text inside was read only in part"));
            }

            Scan(inner, path, claims, sink);
        }
    }

    // Rules with a literal and near words need both; as the literal speaks already, the words may stand anywhere close by.
    private void KeepNamed(NameContext context, List<Candidate> candidates)
    {
        var hits = new List<NearHit>();
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            var rule = candidates[i].Rule;
            if (rule.Near.Count == 0)
            {
                continue;
            }

            hits.Clear();
            context.MoveTo(candidates[i].Span.Start);
            _names.Match(context, hits);
            _names.MatchWords(Around(context.Text, candidates[i].Span), hits);
            var hit = hits.FindIndex(h => ReferenceEquals(h.Rule, rule));
            if (hit < 0)
            {
                candidates.RemoveAt(i);
            }
            else
            {
                candidates[i] = candidates[i] with { Named = hits[hit].Kind, NameLength = hits[hit].Length };
            }
        }
    }

    private static ReadOnlySpan<byte> Around(ReadOnlySpan<byte> text, TextSpan span)
    {
        var start = Math.Max(0, span.Start - Neighbourhood);
        return text[start..Math.Min(text.Length, span.End + (Neighbourhood / 4))];
    }
}
