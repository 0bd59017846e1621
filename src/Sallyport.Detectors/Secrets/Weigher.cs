using Sallyport.Core.Findings;
using Sallyport.Core.Text.Decoding;
using Sallyport.Detectors.Secrets.Context;
using Sallyport.Detectors.Secrets.Generic;
using Sallyport.Detectors.Secrets.Noise;
using Sallyport.Detectors.Secrets.Verifiers;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Pages;

namespace Sallyport.Detectors.Secrets;

/// <summary>Turns a match of a rule's token into severity, confidence and evidence: a right checksum proves, a wrong one refutes, a placeholder is nothing.</summary>
internal sealed class Weigher
{
    private readonly Dictionary<string, ITokenVerifier> _verifiers = new(StringComparer.Ordinal);

    public Weigher(IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Verify is { } name && TokenVerifiers.Find(name) is { } verifier)
            {
                _verifiers.TryAdd(name, verifier);
            }
        }
    }

    /// <summary>Weighs a candidate; null when it is a placeholder.</summary>
    public Weighed? Weigh(Candidate candidate, TextLayer layer)
    {
        var rule = candidate.Rule;
        var value = layer.Text.Span.Slice(candidate.Span.Start, candidate.Span.Length);
        if (layer.Depth > 0 && rule.Status == RuleStatus.Preview)
        {
            return null;
        }

        var prefix = rule.Pattern!.Prefix;
        if (Placeholder.Is(value, prefix) || prefix == 0 && layer.JoinsLines && rule.Pattern.HasContext && value[^1] == ':' || prefix == 0 && (rule.Pattern.HasContext ? References.IsTemplate(value) : IsWordy(value)))
        {
            return null;
        }

        var shape = candidate.NameLength == 0
            ? "the value has the shape of this kind"
            : candidate.Named <= NameKind.Call ? "the value has the shape of this kind and its name says so" : "the value has the shape of this kind and the words around it say so";
        if (prefix == 0 && rule.Pattern.HasContext && (References.IsStock(value) || StockPair.Is(layer.Text.Span, candidate.Span)))
        {
            return new Weighed(candidate, layer.ToArtifact(candidate.Span), Severity.Low, Confidence.Low, 0, [.. layer.Evidence, "the place is one for a secret, but the value is a word that stands in for one"]);
        }

        var checkedAs = rule.Verify is { } name && _verifiers.TryGetValue(name, out var verifier) ? verifier.Check(value) : Verification.Unknown;
        var place = layer.ToArtifact(candidate.Span);
        return checkedAs switch
        {
            Verification.Right => new Weighed(candidate, place, rule.Severity, Confidence.High, 1, [.. layer.Evidence, shape, $"its {rule.Verify} is right"]),
            Verification.Wrong => new Weighed(candidate, place, Severity.Low, Confidence.Low, -1, [.. layer.Evidence, shape, $"its {rule.Verify} is wrong: no genuine token looks like this"]),
            Verification.Unfit => new Weighed(candidate, place, rule.Severity, rule.Confidence, 0, [.. layer.Evidence, shape, $"its {rule.Verify} does not fit: it may be a sample, mistyped, or of a newer form"]),
            _ => new Weighed(candidate, place, rule.Severity, rule.Confidence, 0, [.. layer.Evidence, shape]),
        };
    }

    // GetCredentialsAsync_All fits `[A-Za-z_]{24}` as well; no token reads like that.
    private static bool IsWordy(ReadOnlySpan<byte> value) =>
        value.IndexOfAnyInRange((byte)'0', (byte)'9') < 0 && LetterModel.Shared.Bits(value, out var letters) < 3.9 && letters * 10 > value.Length * 7;
}
