using Sallyport.Core.Findings;
using Sallyport.Core.Text.Decoding;
using Sallyport.Detectors.Secrets.Noise;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Finds credentials of no known kind: a telling name, a value tied to it, and the weight of everything that can be measured of the two.</summary>
internal sealed class GenericScanner
{
    /// <summary>The name of the analysis on rule pages.</summary>
    public const string Analysis = "generic-assignment";

    private const int DecodedLimit = 8192;
    private const float Sure = 0.5f;
    private const float Doubtful = 0.35f;
    private readonly Rule?[] _rules = new Rule?[(int)NameClass.Address + 1];
    private readonly bool _any;
    private readonly PublishedShapes _shapes;

    public GenericScanner(IReadOnlyCollection<Rule> rules)
    {
        _shapes = new PublishedShapes(rules);
        foreach (var rule in rules)
        {
            foreach (var kind in Classes(rule))
            {
                _rules[(int)kind] = rule;
                _any = true;
            }
        }
    }

    /// <summary>Adds what is found in a layer.</summary>
    public void Scan(TextLayer layer, string path, List<Weighed> claims)
    {
        // What was decoded out of a page or an image names its own things; a short text was hidden on purpose.
        if (!_any || FileKinds.HoldsOnlySums(path) || layer.JoinsLines || layer.Depth > 0 && layer.Text.Length > DecodedLimit)
        {
            return;
        }

        var text = layer.Text.Span;
        var found = new List<Assignment>();
        AssignmentScanner.Scan(text, found);
        if (found.Count == 0)
        {
            return;
        }

        var file = FileKinds.Of(path);
        Span<float> features = stackalloc float[FeatureReader.Count];
        foreach (var assignment in found)
        {
            if (_rules[(int)assignment.Class] is not { } rule || References.Is(text, assignment, file))
            {
                continue;
            }

            features.Clear();
            FeatureReader.Read(text, assignment, file, features);
            var likelihood = Likelihood.Shared.Of(features);
            if (likelihood >= Doubtful)
            {
                var name = text.Slice(assignment.Name.Start, assignment.Name.Length);
                var sure = likelihood >= Sure && !NameClasses.IsDenied(name) && !(assignment.Class is NameClass.Token or NameClass.Key && _shapes.IsOverfilled(name, text.Slice(assignment.Value.Start, assignment.Value.Length)));
                claims.Add(new Weighed(new Candidate(rule, assignment.Value), layer.ToArtifact(assignment.Value), sure ? rule.Severity : Severity.Low, Confidence.Low, 0, [.. layer.Evidence, .. Reasons(assignment, features, likelihood)]));
            }
        }
    }

    private static string[] Reasons(in Assignment assignment, ReadOnlySpan<float> features, float likelihood)
    {
        var name = assignment.Class switch
        {
            NameClass.Address => "it stands as the password of an address",
            NameClass.Scheme => "it stands in an authorization header",
            _ => $"its name promises a {assignment.Class.ToString().ToLowerInvariant()}",
        };
        var look = features[(int)Feature.LetterBits] < 4 && features[(int)Feature.LettersInRuns] > 0.6 ? "it reads like words" : "it does not read like words";
        return [name, look, $"likelihood {likelihood:P0}"];
    }

    private static NameClass[] Classes(Rule rule) => rule.Analysis != Analysis ? [] : rule.Kind switch
    {
        "password" => [NameClass.Password],
        "token" => [NameClass.Token, NameClass.Key, NameClass.Secret, NameClass.Auth],
        "material" => [NameClass.Material],
        "scheme" => [NameClass.Scheme],
        "address" => [NameClass.Address],
        _ => [],
    };
}
