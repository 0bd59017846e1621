using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Text;
using Sallyport.Detectors.Exposure.Settings;
using Sallyport.Detectors.Exposure.Tools;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Exposure;

/// <summary>Finds out what the AI tools in use may read although it is private. It reads the tools' files and the names of others, never their content.</summary>
public sealed class ExposureDetector : IDetector, IProjectAnalysis
{
    /// <summary>The family of its rules.</summary>
    public const string FamilyName = "exposure";

    private const int LongestSettings = 1 << 20;
    private readonly IReadOnlyList<Rule> _rules;
    private readonly PrivatePlaces? _places;

    /// <summary>Makes a detector for the rules of the family among <paramref name="rules"/>.</summary>
    public ExposureDetector(IReadOnlyList<Rule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _places = PrivatePlaces.For(rules);
    }

    /// <inheritdoc/>
    public string Family => FamilyName;

    /// <inheritdoc/>
    public void Index(Artifact artifact, IDetectionSink sink)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(sink);
        if (artifact.Kind == ArtifactKind.File)
        {
            if (artifact.Commit is null && MayBeSettings(artifact.Path) && artifact.Outer is null)
            {
                Settings(artifact, sink);
            }

            _places?.Find(artifact, sink);
        }
        else if (artifact.Kind == ArtifactKind.Listing)
        {
            Listing(artifact, sink);
        }
    }

    /// <inheritdoc/>
    public void Analyze(IReadOnlyList<Fact> facts, IProjectSink sink)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(sink);
        if (Exposed.Of(facts) is { } exposed)
        {
            new ExposureChecks(exposed, (rule, at, span, title, evidence, severity) => Report(sink, rule, at, span, title, evidence, severity)).Run();
        }
    }

    // Every file of a scan passes here: its name must begin or end like one of the few that matter.
    private static bool MayBeSettings(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name.Length > 4 && (name[0] == '.' ? name.EndsWith("ignore") || name.EndsWith("exclude") || name is ".noai"
            : name.EndsWith(".json") ? path.Contains("/.", StringComparison.Ordinal) || path[0] == '.'
            : name is "config.toml" || name.StartsWith("agent.y") || name.StartsWith("cagent.y") || name.StartsWith("docker-agent.y"));
    }

    private void Settings(Artifact artifact, IDetectionSink sink)
    {
        var place = artifact.Path;
        var name = place[(place.LastIndexOf('/') + 1)..];
        if (AssistantTools.Unread.TryGetValue(name, out var instead) && artifact.Window is null)
        {
            Report(sink, "unread-ignore-file", Whole(artifact), $"No tool reads {name}: what it names is not protected", [instead]);
        }

        if (name == ".aiexclude" && artifact.Bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            Report(sink, "empty-exclude-file", Whole(artifact), "An empty .aiexclude leaves out everything below it in one tool, and nothing in another", ["write `*` to leave out everything, name the private files, or remove the file"]);
        }

        if (artifact.Bytes.Length <= LongestSettings && artifact.Window is null && AssistantTools.All.Any(t => t.Files.Any(f => place == f || place.EndsWith("/" + f, StringComparison.Ordinal))))
        {
            var fact = new SettingsFact(artifact.Path, artifact.Bytes.ToArray());
            sink.Note(fact);
            if (name[0] == '.' && name.EndsWith("ignore", StringComparison.Ordinal) || name == ".aiexclude")
            {
                foreach (var (span, title, change) in IgnoreMistakes.In(fact, negation: name != ".aiexclude"))
                {
                    Report(sink, "ineffective-pattern", span, title, [change]);
                }
            }
        }
    }

    private static void Listing(Artifact artifact, IDetectionSink sink)
    {
        var path = artifact.Path;
        sink.Note(
            path == ListingText.Project || path.EndsWith("/" + ListingText.Project, StringComparison.Ordinal) ? ListingText.ProjectOf(path, artifact.Bytes.Span)
            : AssistantTools.All.Any(t => t.Files.Any(f => path == f || path.EndsWith("/" + f, StringComparison.Ordinal))) ? new SettingsFact(path, artifact.Bytes.ToArray())
            : ListingText.Name(path, artifact.Bytes.Span));
    }

    private static TextSpan Whole(Artifact artifact)
    {
        var line = artifact.Bytes.Span.IndexOf((byte)'\n');
        return new TextSpan(0, line < 0 ? artifact.Bytes.Length : line);
    }

    private void Report(IDetectionSink sink, string name, TextSpan span, string title, IReadOnlyList<string> evidence)
    {
        if (Rule(name) is { } rule)
        {
            sink.Report(new Detected(rule.Id, title, rule.Severity, rule.Confidence, span, evidence));
        }
    }

    private void Report(IProjectSink sink, string name, Fact at, TextSpan span, string title, IReadOnlyList<string> evidence, Core.Findings.Severity? severity)
    {
        if (Rule(name) is { } rule)
        {
            sink.Report(at, new Detected(rule.Id, title, severity ?? rule.Severity, rule.Confidence, span, evidence));
        }
    }

    private Rule? Rule(string name)
    {
        foreach (var rule in _rules)
        {
            if (rule.Id.Length == FamilyName.Length + 1 + name.Length && rule.Id.StartsWith(FamilyName, StringComparison.Ordinal) && rule.Id.EndsWith(name, StringComparison.Ordinal))
            {
                return rule;
            }
        }

        return null;
    }
}
