using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Decoding;
using Sallyport.Detectors.Secrets.Tokens;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Secrets;

/// <summary>Finds credentials: tokens of known kinds, keys, connection strings, and values whose name gives them away.</summary>
public sealed class SecretDetector : IDetector
{
    private readonly TokenScanner _tokens;

    /// <summary>Makes a detector that runs <paramref name="rules"/>.</summary>
    public SecretDetector(IEnumerable<Rule> rules)
    {
        var all = rules.Where(r => r.Family == Name).ToArray();
        _tokens = new TokenScanner(all.Where(r => r.Anchors.Count > 0 && r.Near.Count == 0));
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
        Scan(new Layer(artifact.Bytes), sink, []);
    }

    private void Scan(Layer layer, IDetectionSink sink, HashSet<(string, TextSpan)> reported)
    {
        var candidates = new List<Candidate>();
        _tokens.Scan(layer.Text.Span, candidates);
        foreach (var (rule, span) in candidates)
        {
            var place = layer.ToArtifact(span);
            if (reported.Add((rule.Id, place)))
            {
                sink.Report(new Detected(rule.Id, rule.Title, rule.Severity, rule.Confidence, place, layer.Evidence, Sensitive: true));
            }
        }

        foreach (var inner in layer.Inner())
        {
            Scan(inner, sink, reported);
        }
    }
}
