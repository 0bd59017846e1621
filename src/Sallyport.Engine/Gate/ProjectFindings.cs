using Sallyport.Core.Detection;
using Sallyport.Core.Findings;

namespace Sallyport.Engine;

/// <summary>What the analyses of the whole project found, by the fact it is about.</summary>
internal sealed class ProjectFindings : IProjectSink
{
    private readonly Dictionary<Fact, List<Detected>> _byFact = new(ReferenceEqualityComparer.Instance);

    public List<Skipped> Skipped { get; } = [];

    public bool Any => _byFact.Count > 0;

    public void Report(Fact at, Detected detected)
    {
        if (!_byFact.TryGetValue(at, out var list))
        {
            _byFact[at] = list = [];
        }

        list.Add(detected);
    }

    public void Skip(Skipped skipped) => Skipped.Add(skipped);

    /// <summary>What was found about any of <paramref name="facts"/>; null for nothing.</summary>
    public List<Detected>? About(IEnumerable<Fact> facts)
    {
        List<Detected>? all = null;
        foreach (var fact in facts)
        {
            if (_byFact.TryGetValue(fact, out var list))
            {
                (all ??= []).AddRange(list);
            }
        }

        return all;
    }
}
