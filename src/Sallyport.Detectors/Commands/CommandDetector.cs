using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Detectors.Commands.Effects;
using Sallyport.Detectors.Commands.Policy;
using Sallyport.Detectors.Commands.ToolCalls;
using Sallyport.Rules.Compiled;
using Sallyport.Syntax.Shell;

namespace Sallyport.Detectors.Commands;

/// <summary>Judges actions, shell commands and tool calls, by what they would do.</summary>
/// <remarks>It looks at an artifact only when that is an action: when it has a <see cref="Scene"/>. Files are none of its business.</remarks>
public sealed class CommandDetector : IDetector
{
    /// <summary>The family of its rules.</summary>
    public const string Name = "actions";

    /// <summary>The rule for what could not be understood.</summary>
    internal const string Unreadable = "actions/unreadable-command";

    private const int EvidenceLimit = 4;
    private readonly Lazy<(ActionRule[] Rules, bool RefusesUnreadable)> _policy;

    /// <summary>Makes a detector for those of <paramref name="rules"/> that are about actions; they are read when the first action comes.</summary>
    public CommandDetector(IEnumerable<Rule> rules) => _policy = new(() => Read(rules));

    /// <inheritdoc/>
    public string Family => Name;

    /// <inheritdoc/>
    public void Index(Artifact artifact, IDetectionSink sink)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(sink);
        if (artifact.Scene is not { } scene || artifact.Kind is not (ArtifactKind.Command or ArtifactKind.ToolCall))
        {
            return;
        }

        var text = Encoding.UTF8.GetString(artifact.Bytes.Span);
        if (artifact.Kind == ArtifactKind.Command)
        {
            var reading = Scripts.Read(text, scene);
            Report(new ActionReader(scene).Read(reading.Invocations), reading.Problem, text, true, artifact, sink);
        }
        else
        {
            var (effects, problem) = ToolCallReader.Read(text, scene);
            Report(effects, problem, text, false, artifact, sink);
        }
    }

    private static (ActionRule[] Rules, bool RefusesUnreadable) Read(IEnumerable<Rule> rules)
    {
        var own = rules.Where(r => r.Family == Name).ToArray();
        return ([.. own.Where(r => r.Settings.ContainsKey("effect")).Select(r => new ActionRule(r))], Array.Exists(own, r => r.Id == Unreadable));
    }

    private void Report(IReadOnlyList<Effect> effects, string? problem, string text, bool placed, Artifact artifact, IDetectionSink sink)
    {
        var whole = Bytes(text, new TextSpan(0, text.Length));
        if (problem is not null && _policy.Value.RefusesUnreadable)
        {
            sink.Report(new Detected(Unreadable, "Command that cannot be understood", Severity.High, Confidence.High, whole, [problem]));
        }

        var found = new Dictionary<(ActionRule Rule, TextSpan Span), List<string>>();
        foreach (var effect in effects)
        {
            foreach (var rule in _policy.Value.Rules)
            {
                if (rule.Fits(effect))
                {
                    var key = (rule, placed ? effect.By.Span : whole);
                    var evidence = found.TryGetValue(key, out var list) ? list : found[key] = [];
                    var line = Said(effect);
                    if (evidence.Count < EvidenceLimit && !evidence.Contains(line))
                    {
                        evidence.Add(line);
                    }
                }
            }
        }

        foreach (var ((rule, span), evidence) in found)
        {
            sink.Report(new Detected(rule.Id, rule.Title, rule.Severity, rule.Confidence, placed ? Bytes(text, span) : whole, evidence));
        }
    }

    // What happens, to what, by what: the text alone would hide it.
    private static string Said(Effect effect)
    {
        var by = effect.By.ToString();
        var what = effect.What == by ? "" : $" {Short(effect.What)}";
        var tags = string.Join(", ", effect.Tags.Where(t => t is not ("outside" or "inside" or "verb" or "unlisted")).Order(StringComparer.Ordinal));
        return $"{effect.Kind}{what}{(tags.Length > 0 ? $" ({tags})" : "")}: {Short(by)}";
    }

    private static string Short(string text) => text.Length > 120 ? string.Concat(text.AsSpan(0, 119), "…") : text.ReplaceLineEndings(" ");

    private static TextSpan Bytes(string text, TextSpan span)
    {
        var end = Math.Min(span.End, text.Length);
        while (end > span.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var start = Math.Min(span.Start, end);
        return new TextSpan(Encoding.UTF8.GetByteCount(text.AsSpan(0, start)), Encoding.UTF8.GetByteCount(text.AsSpan(start, end - start)));
    }
}
