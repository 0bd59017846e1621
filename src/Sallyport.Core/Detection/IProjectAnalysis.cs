namespace Sallyport.Core.Detection;

/// <summary>A detector's second phase: finds what only the whole of a project shows.</summary>
public interface IProjectAnalysis
{
    /// <summary>Looks at everything that was noted and reports to <paramref name="sink"/>. Called once a scan, on one thread.</summary>
    /// <param name="facts">The facts of every artifact, of all detectors, by path and within a path as they were noted.</param>
    /// <param name="sink">Takes the findings.</param>
    void Analyze(IReadOnlyList<Fact> facts, IProjectSink sink);
}
