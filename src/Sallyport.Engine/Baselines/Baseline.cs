using Sallyport.Core.Findings;
using Sallyport.Core.Policy;

namespace Sallyport.Engine;

/// <summary>The findings a project accepted at one time: they are reported as suppressed until they are gone.</summary>
public sealed class Baseline
{
    private readonly Dictionary<string, BaselineEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    /// <summary>Makes a baseline of entries.</summary>
    public Baseline(IEnumerable<BaselineEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
        {
            _entries[entry.Fingerprint] = entry;
            _paths.Add(entry.Path);
        }
    }

    /// <summary>What it accepts, by path, rule and fingerprint.</summary>
    public IEnumerable<BaselineEntry> Entries => _entries.Values
        .OrderBy(e => e.Path, StringComparer.Ordinal).ThenBy(e => e.Rule, StringComparer.Ordinal).ThenBy(e => e.Fingerprint, StringComparer.Ordinal);

    /// <summary>Whether it accepts a finding.</summary>
    public bool Has(string fingerprint) => _entries.ContainsKey(fingerprint);

    /// <summary>Whether an entry lies in a file.</summary>
    public bool SpeaksOf(string path) => _paths.Contains(path);

    /// <summary>Marks the findings from <paramref name="from"/> on as known or new.</summary>
    public void Apply(List<Finding> findings, int from, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(policy);
        for (var i = from; i < findings.Count; i++)
        {
            var finding = findings[i];
            if (!_entries.TryGetValue(finding.Fingerprint, out var entry) || entry.Rule != finding.Rule || policy.Insists(finding.Rule))
            {
                findings[i] = finding with { Baseline = BaselineState.New };
                continue;
            }

            lock (_found)
            {
                _found.Add(finding.Fingerprint);
            }

            findings[i] = finding with
            {
                Baseline = BaselineState.Unchanged,
                Suppression = finding.Suppression ?? new Suppression(SuppressionKind.Baseline, $"in the baseline since {entry.Added:yyyy-MM-dd}"),
            };
        }
    }

    /// <summary>What it should hold after a scan: what is still there, and with <paramref name="acceptNew"/> also what was found for the first time.</summary>
    /// <param name="result">A scan with this baseline.</param>
    /// <param name="place">Turns a finding's path into its place in the project.</param>
    /// <param name="acceptNew">Whether it may grow.</param>
    /// <param name="today">The day for what is new.</param>
    public Baseline After(ScanResult result, Func<string, string> place, bool acceptNew, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(place);
        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in result.Absent)
        {
            gone.Add(entry.Fingerprint);
        }

        var kept = Entries.Where(e => !gone.Contains(e.Fingerprint));
        var fresh = result.Findings
            .Where(f => acceptNew && f.Fails && f.Baseline != BaselineState.Unchanged)
            .Select(f => new BaselineEntry(f.Fingerprint, f.Rule, place(f.Path), today));
        return new Baseline(kept.Concat(fresh));
    }

    /// <summary>The entries of the files in <paramref name="seen"/> that no finding met.</summary>
    public IReadOnlyList<BaselineEntry> Absent(IReadOnlySet<string> seen) => [.. Entries.Where(e => seen.Contains(e.Path) && !_found.Contains(e.Fingerprint))];
}
