using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Registries;
using Sallyport.Registries.Index;
using Sallyport.Registries.Manifests;
using Sallyport.Registries.Verdicts;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Packages;

/// <summary>Turns what is thought of a package into findings of the rules in force.</summary>
internal sealed class PackageReports
{
    public const string Undeclared = "packages/undeclared-import";
    public const string ForeignSource = "packages/foreign-source";
    public const string DirectSource = "packages/direct-source";
    public const string MissingIntegrity = "packages/missing-integrity";
    public const string SeveralIndexes = "packages/several-indexes";
    private const double SureInLock = 0.75;
    private readonly Dictionary<string, Rule> _rules = new(StringComparer.Ordinal);
    private readonly Lazy<NameJudge> _judge = new(() => new NameJudge(PackageIndex.Shipped));

    public PackageReports(IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Family == PackageDetector.Name)
            {
                _rules[rule.Id] = rule;
            }
        }
    }

    public Rule? Rule(string id) => _rules.GetValueOrDefault(id);

    /// <summary>Judges a name and reports what speaks against it.</summary>
    public void Name(PackageReference package, bool pinned, IDetectionSink sink)
    {
        if (package.Ecosystem is < Ecosystem.PyPi or > Ecosystem.Maven and not Ecosystem.Actions || package.Origin is PackageOrigin.Git or PackageOrigin.Url)
        {
            return;
        }

        var judgement = _judge.Value.Judge(package.Ecosystem, package.Name, package.Version);
        if (judgement.Rule is null || Rule(judgement.Rule) is not { } rule || (pinned && judgement.Rule == PackageRules.Misnamed))
        {
            return;
        }

        // Names in a lock file come with packages that somebody chose: a likeness there says less.
        var faint = pinned && judgement.Rule == PackageRules.LookAlike && judgement.Score < SureInLock;
        var evidence = judgement.Target is { } target ? (IReadOnlyList<string>)[.. judgement.Evidence, $"did you mean `{target}`?"] : judgement.Evidence;
        sink.Report(new Detected(rule.Id, rule.Title, faint ? Severity.Low : rule.Severity, rule.Confidence, package.Span, evidence));
    }

    /// <summary>Reports a finding of a rule, when that runs.</summary>
    public void Report(string id, TextSpan span, IDetectionSink sink, Severity? severity, params IReadOnlyList<string> evidence)
    {
        if (Rule(id) is { } rule)
        {
            sink.Report(new Detected(rule.Id, rule.Title, severity ?? rule.Severity, rule.Confidence, span, evidence));
        }
    }
}
