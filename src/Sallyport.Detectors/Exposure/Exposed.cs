using Sallyport.Core.Detection;
using Sallyport.Detectors.Exposure.Settings;
using Sallyport.Detectors.Exposure.Tools;

namespace Sallyport.Detectors.Exposure;

/// <summary>A project as the facts show it: its private files, the tools in use, and what each of these may read.</summary>
internal sealed class Exposed
{
    private readonly string _prefix;

    private Exposed(IReadOnlyList<Fact> facts, ProjectFact? project)
    {
        _prefix = project?.Prefix ?? "";
        List = new PrivateList(project?.Own ?? []);
        Names = [.. facts.OfType<NameFact>()];
        var files = new Dictionary<string, SettingsFact>(StringComparer.Ordinal);
        foreach (var fact in facts.OfType<SettingsFact>())
        {
            files[PlaceOf(fact)] = fact;
        }

        var byPlace = new ToolFiles(files);
        var places = Names.Select(PlaceOf).Concat(files.Keys).ToArray();
        foreach (var tool in AssistantTools.All)
        {
            if (project?.Assistants.Contains(tool.Id) == true || tool.ShowsIn(byPlace) || tool.Markers.Any(m => places.Any(p => p == m || (m.EndsWith('/') && p.StartsWith(m, StringComparison.Ordinal)))))
            {
                Tools.Add((tool, tool.Read(byPlace, Names)));
            }
        }

        Private = [.. Names.Where(n => List.Find(PlaceOf(n)) is not null && !files.ContainsKey(PlaceOf(n)))];
        Aliases = [.. Names.Where(n => List.Find(PlaceOf(n)) is null && (n.Target is not null || PrivateList.Spellings(PlaceOf(n)).Any(s => List.Find(s) is not null)))];
    }

    /// <summary>What is private here.</summary>
    public PrivateList List { get; }

    /// <summary>The names that were listed: private files, their aliases, what shows that a tool is in use.</summary>
    public IReadOnlyList<NameFact> Names { get; }

    /// <summary>The private files.</summary>
    public IReadOnlyList<NameFact> Private { get; }

    /// <summary>Other names of private files.</summary>
    public IReadOnlyList<NameFact> Aliases { get; }

    /// <summary>The tools in use.</summary>
    public List<(AssistantTool Tool, ToolCover Cover)> Tools { get; } = [];

    /// <summary>What the tools in use may read, whether anything private was listed or not.</summary>
    public static Exposed All(IReadOnlyList<Fact> facts) => new(facts, facts.OfType<ProjectFact>().FirstOrDefault());

    /// <summary>The project; null where nothing of it was listed, as in a diff, or no tool is in use.</summary>
    public static Exposed? Of(IReadOnlyList<Fact> facts)
    {
        ProjectFact? project = null;
        var any = false;
        foreach (var fact in facts)
        {
            project = fact as ProjectFact ?? project;
            any |= fact is NameFact or ProjectFact;
        }

        return any && new Exposed(facts, project) is { Tools.Count: > 0 } exposed ? exposed : null;
    }

    /// <summary>A path in the project; those of the user's begin with <c>~/</c>.</summary>
    public string PlaceOf(Fact fact) => fact.Path.StartsWith(_prefix, StringComparison.Ordinal) ? fact.Path[_prefix.Length..] : fact.Path;
}
