using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Detectors.Injection.Files;
using Sallyport.Detectors.Injection.Views;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Injection;

/// <summary>Finds text that tries to give an assistant orders it may not give: hidden, in data, in comments, in rules and tools.</summary>
public sealed class InjectionDetector(IEnumerable<Rule> rules) : IDetector
{
    /// <summary>The rule family.</summary>
    public const string Name = "injection";

    private const double Sure = 0.85; // what shown prose of a file in a work tree must reach: nobody sent it to the assistant yet
    private readonly Dictionary<string, Rule> _rules = ByAnalysis(rules);

    /// <inheritdoc />
    public string Family => Name;

    /// <inheritdoc />
    public void Index(Artifact artifact, IDetectionSink sink)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(sink);
        switch (artifact.Kind)
        {
            case ArtifactKind.File or ArtifactKind.Diff when artifact.Carrier == Carrier.Unsaid:
                File(artifact, sink);
                break;
            case ArtifactKind.Prompt when artifact.Origin == Origin.Operator:
                Unseen(artifact, sink); // A person may ask for anything, but should see what is asked.
                break;
            case ArtifactKind.Prompt or ArtifactKind.ToolResult or ArtifactKind.ModelOutput or ArtifactKind.Document or ArtifactKind.File or ArtifactKind.Diff:
                Judge(artifact, new TextSpan(0, artifact.Bytes.Length), CarrierOf(artifact), sink, 0.5);
                break;
            default:
                break;
        }
    }

    private static Dictionary<string, Rule> ByAnalysis(IEnumerable<Rule> rules)
    {
        var byAnalysis = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (rule.Family == Name && rule.Analysis is not null)
            {
                byAnalysis[rule.Analysis] = rule;
            }
        }

        return byAnalysis;
    }

    private static Carrier CarrierOf(Artifact artifact) => artifact.Carrier != Carrier.Unsaid ? artifact.Carrier : artifact.Kind switch
    {
        ArtifactKind.Prompt => Carrier.Prompt,
        ArtifactKind.ToolResult => Carrier.ToolResult,
        ArtifactKind.ModelOutput => Carrier.ModelOutput,
        _ => Carrier.Document,
    };

    private void File(Artifact artifact, IDetectionSink sink)
    {
        var (carrier, reading, syntax) = FileCarriers.Of(artifact.Path);
        switch (reading)
        {
            case FileReading.Whole:
                Judge(artifact, new TextSpan(0, artifact.Bytes.Length), carrier, sink, carrier == Carrier.Document ? Sure : 0.5);
                break;
            case FileReading.Comments when Reason.ToLook(artifact.Bytes.Span):
                var comments = new List<TextSpan>();
                Comments.Find(artifact.Bytes.Span, syntax, comments);
                foreach (var comment in comments)
                {
                    if (comment.Length > 24 && Reason.ToLook(artifact.Bytes.Span.Slice(comment.Start, comment.Length)))
                    {
                        Judge(artifact, comment, carrier, sink, Sure);
                    }
                }

                break;
            case FileReading.Values when Reason.ToLook(artifact.Bytes.Span):
                Judge(artifact, new TextSpan(0, artifact.Bytes.Length), carrier, sink, Sure);
                break;
            default:
                break;
        }

        if (reading != FileReading.Whole)
        {
            Unseen(artifact, sink);
        }
    }

    // Invisible text is found wherever it stands.
    private void Unseen(Artifact artifact, IDetectionSink sink)
    {
        if (!InvisibleText.Possible(artifact.Bytes.Span))
        {
            return;
        }

        var found = new List<View>();
        InvisibleText.Find(View.Whole(artifact.Bytes), found);
        foreach (var view in found)
        {
            Report(new UnseenText(view.ToWhole(new TextSpan(0, view.Bytes.Length)), view.How, System.Text.Encoding.UTF8.GetString(view.Bytes.Span)), sink);
        }
    }

    private void Judge(Artifact artifact, TextSpan part, Carrier carrier, IDetectionSink sink, double threshold)
    {
        var inspection = InjectionInspector.Inspect(artifact.Bytes.Slice(part.Start, part.Length), carrier, artifact.Origin);
        sink.Suspect(inspection.Score);
        foreach (var unseen in inspection.Unseen)
        {
            Report(unseen with { Place = Shift(unseen.Place, part) }, sink);
        }

        if (inspection.Cut)
        {
            sink.Skip(new Skipped(artifact.Path, "more is encoded or nested in it than is decoded"));
        }

        var hidden = inspection.Hidden.Length > 0;
        var file = threshold > 0.5;
        if (inspection.Score < (hidden ? 0.5 : threshold) || inspection.Unseen.Count > 0 || (file && !inspection.Addressed))
        {
            return;
        }

        if (_rules.TryGetValue(hidden ? "hidden" : Analysis(carrier), out var rule))
        {
            var place = hidden ? inspection.Place : Passage.Around(artifact.Bytes.Span.Slice(part.Start, part.Length), inspection.Place);
            sink.Report(new Detected(rule.Id, rule.Title, rule.Severity, rule.Confidence, Shift(place, part), Evidence(inspection)));
        }
    }

    private void Report(UnseenText unseen, IDetectionSink sink)
    {
        if (_rules.TryGetValue(unseen.How == "reordered text" ? "reordered" : "invisible", out var rule))
        {
            sink.Report(new Detected(rule.Id, rule.Title, rule.Severity, rule.Confidence, unseen.Place, [$"{unseen.How}: {Shown(unseen.Text)}"]));
        }
    }

    private static TextSpan Shift(TextSpan span, TextSpan part) => span with { Start = span.Start + part.Start };

    private static string Analysis(Carrier carrier) => carrier switch
    {
        Carrier.Prompt => "takeover",
        Carrier.ToolDescription => "tool",
        Carrier.CodeComment => "comment",
        Carrier.AgentRules or Carrier.Skill => "rules",
        _ => "data",
    };

    private static List<string> Evidence(Inspection inspection)
    {
        var evidence = new List<string>(2) { FormattableString.Invariant($"score {inspection.Score:F2}, reported from 0.50") };
        if (inspection.Hidden.Length > 0)
        {
            evidence.Add($"hidden: {inspection.Hidden}");
        }

        return evidence;
    }

    // What nobody sees is shown, without what would hide it again.
    private static string Shown(string text)
    {
        var plain = new string([.. text.Take(160).Select(c => c is >= ' ' and < '\u007F' || char.IsLetter(c) ? c : '.')]);
        return text.Length > 160 ? plain + "…" : plain;
    }
}
