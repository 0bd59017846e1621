using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Core.Text.Decoding;
using Sallyport.Detectors.Privacy.Reading;
using Sallyport.Detectors.Privacy.Tables;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Privacy;

/// <summary>Finds structured personal data: in files that hold data, kind by kind; in text on its way out, value by value.</summary>
public sealed class PersonalDetector : IDetector
{
    private readonly Dictionary<string, Rule> _rules = new(StringComparer.Ordinal);

    /// <summary>Makes a detector that runs <paramref name="rules"/>.</summary>
    public PersonalDetector(IEnumerable<Rule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        foreach (var rule in rules)
        {
            if (rule.Family == Name && rule.Analysis == Analysis)
            {
                _rules[rule.Kind!] = rule;
            }
        }
    }

    /// <summary>The family.</summary>
    public const string Name = "privacy";

    /// <summary>The name of the analysis on rule pages.</summary>
    public const string Analysis = "personal-data";

    /// <inheritdoc/>
    public string Family => Name;

    /// <inheritdoc/>
    public void Index(Artifact artifact, IDetectionSink sink)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(sink);
        if (artifact.Leaves)
        {
            Leaving(artifact.Layer, artifact.Kind == ArtifactKind.ToolCall, sink);
        }
        else if (artifact.Kind is ArtifactKind.File or ArtifactKind.Diff && DataFiles.Of(artifact.Path) is var file and not DataFile.None)
        {
            new DataReport(_rules, artifact, sink).Write(file);
        }
    }

    // Everything that leads to somebody is replaced, also where it is encoded; in a call only what numbers a person: addresses, names and dates are what calls are made of.
    private void Leaving(TextLayer layer, bool call, IDetectionSink sink)
    {
        var text = layer.Text.Span;
        var found = new List<PersonalValue>();
        PersonalScanner.Scan(text, Asking.Answer, found);
        foreach (var value in found)
        {
            if (value.Standing != Standing.Reserved && (!call || value.Kind is Numbers.NumberKind))
            {
                Leave(value.Kind, value.Span, value.Grounds, layer, sink);
            }
        }

        if (layer.Depth == 0 && !call)
        {
            Tables(layer, sink);
        }

        foreach (var inner in layer.Inner())
        {
            Leaving(inner, call, sink);
        }
    }

    // A table inside the text: a line of names that are known, then lines of as many cells.
    private void Tables(TextLayer layer, IDetectionSink sink)
    {
        var text = layer.Text.Span;
        var columns = new List<Column>();
        for (var line = 0; line < text.Length;)
        {
            var feed = text[line..].IndexOf((byte)'\n');
            if (feed < 0)
            {
                break;
            }

            var end = feed < 2048 && text.Slice(line, feed).IndexOfAny(",;\t|"u8) > 0 ? Table.End(text, line) : 0;
            if (end > line + feed + 1)
            {
                Table.Read(text[..end], line, columns);
                line = end;
            }
            else
            {
                line += feed + 1;
            }
        }

        if (text.IndexOf("\":"u8) >= 0)
        {
            Records.Read(text, columns);
        }

        foreach (var column in columns)
        {
            foreach (var value in column.Values)
            {
                Leave(column.Kind, value, Grounds.Named, layer, sink);
            }
        }
    }

    private void Leave(PersonalKind kind, TextSpan span, Grounds grounds, TextLayer layer, IDetectionSink sink)
    {
        if (!_rules.TryGetValue(kind.Rule, out var rule))
        {
            return;
        }

        var value = new SensitiveValue(kind.Id, layer, span);
        sink.Report(new Detected(rule.Id, $"{rule.Title}: {kind.Title}", rule.Severity, ConfidenceOf(grounds), value.Place, [.. layer.Evidence, Reason(grounds)], Sensitive: true) { Value = value });
    }

    internal static Confidence ConfidenceOf(Grounds grounds) => grounds switch
    {
        Grounds.Proved => Confidence.High,
        Grounds.Named => Confidence.Medium,
        _ => Confidence.Low,
    };

    internal static string Reason(Grounds grounds) => grounds switch
    {
        Grounds.Proved => "check digits or form prove it",
        Grounds.Named => "its form fits and the words around it say so",
        Grounds.Formed => "it is written the way only this kind is",
        _ => "check digits hold, and it is all there is",
    };
}
