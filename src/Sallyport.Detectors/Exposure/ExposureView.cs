using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Detectors.Exposure.Tools;

namespace Sallyport.Detectors.Exposure;

/// <summary>Which tool may read which file of a project.</summary>
public sealed class ExposureView
{
    private readonly Exposed _exposed;
    private readonly Dictionary<string, NameFact> _names = new(StringComparer.Ordinal);

    private ExposureView(Exposed exposed)
    {
        _exposed = exposed;
        foreach (var name in exposed.Names)
        {
            _names.TryAdd(name.Path, name);
        }
    }

    /// <summary>The tools in use.</summary>
    public IReadOnlyList<AssistantTool> Tools => [.. _exposed.Tools.Select(t => t.Tool)];

    /// <summary>Looks at a project; of its files only those of the tools are read.</summary>
    /// <param name="project">The project with the names of its private files listed.</param>
    public static ExposureView Of(IArtifactSource project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var facts = new Facts();
        foreach (var item in project.Items(facts))
        {
            if (item.Listed || AssistantTools.Reads(item.Path))
            {
                item.Open(facts);
            }
        }

        return new ExposureView(Exposed.All(facts.All));
    }

    /// <summary>The tools that may read a file.</summary>
    /// <param name="path">As the source shows it.</param>
    public IReadOnlyList<AssistantTool> Readers(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = _names.GetValueOrDefault(path) ?? new NameFact(path, 0, NameFact.Git.Untracked, null);
        var place = _exposed.PlaceOf(name);
        return [.. _exposed.Tools.Where(t => t.Cover.Of(name, place).State != ToolCover.State.Covered).Select(t => t.Tool)];
    }

    /// <summary>The line by which a file is private; null when it is not.</summary>
    public string? PrivateBy(string path) => _exposed.List.Find(_exposed.PlaceOf(new NameFact(path, 0, NameFact.Git.Untracked, null)));

    /// <summary>The private files that were listed.</summary>
    public IEnumerable<string> Private => _exposed.Private.Select(n => n.Path);

    private sealed class Facts : IArtifactSink, IDetectionSink
    {
        private readonly ExposureDetector _detector = new([]);

        public List<Fact> All { get; } = [];

        public void Take(Artifact artifact) => _detector.Index(artifact, this);

        public void Note(Fact fact) => All.Add(fact);

        public void Report(Detected detected)
        {
            // Without rules nothing is reported.
        }

        public void Derive(Artifact inner) => Take(inner);

        public void Skip(Skipped skipped)
        {
            // What a scan could not read is told by the scan.
        }
    }
}
