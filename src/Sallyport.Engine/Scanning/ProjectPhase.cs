using Sallyport.Core.Detection;

namespace Sallyport.Engine.Scanning;

/// <summary>The second phase of a scan: what only the whole project shows, put where it belongs.</summary>
internal static class ProjectPhase
{
    /// <summary>Analyses the facts of the items that wait. An item about which something was found is read once more, so that suppressions and baseline see all of it.</summary>
    public static void Run(Gate gate, List<PendingItem> pending, ScanWorker worker, Collected collected)
    {
        var facts = new List<Fact>();
        foreach (var item in pending)
        {
            facts.AddRange(item.Facts.SelectMany(f => f ?? []));
        }

        var found = new ProjectFindings();
        gate.Analyze([.. facts.OrderBy(f => f.Path, StringComparer.Ordinal)], found);
        collected.Skipped.AddRange(found.Skipped);
        foreach (var item in pending)
        {
            var also = item.Facts.Select(f => f is null ? null : found.About(f)).ToArray();
            if (also.Any(a => a is not null))
            {
                worker.Reopen(item, also);
            }
            else
            {
                collected.Findings.AddRange(item.Findings);
                collected.Skipped.AddRange(item.Skipped);
            }
        }

        worker.Flush(collected);
    }
}
