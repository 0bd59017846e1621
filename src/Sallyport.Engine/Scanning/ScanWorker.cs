using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;

namespace Sallyport.Engine.Scanning;

/// <summary>Takes items through the gate, one after the other.</summary>
internal sealed class ScanWorker(Gate gate, IPolicySource policies, Baseline? baseline, Action count) : IArtifactSink
{
    private readonly List<Finding> _findings = [];
    private readonly List<Skipped> _skipped = [];
    private readonly HashSet<string> _seen = [];
    private readonly List<PendingItem> _pending = [];
    private List<List<Fact>?>? _facts;
    private List<Detected>?[]? _also;
    private IArtifactItem? _item;
    private int _ordinal;
    private PolicyAt _at;
    private int _artifacts;
    private long _bytes;

    public void Open(IArtifactItem item, PolicyAt at)
    {
        if (at.Policy.Paths.Count > 0 && at.Policy.Excludes(at.Path) is { } reason)
        {
            _skipped.Add(new Skipped(item.Path, $"left out by configuration: {reason}", Expected: true));
            return;
        }

        var (findings, skipped) = (_findings.Count, _skipped.Count);
        (_item, _at, _ordinal, _facts) = (item, at, 0, null);
        item.Open(this);
        if (_facts is not null)
        {
            _pending.Add(new PendingItem(item, at, _facts, _findings[findings..], _skipped[skipped..]));
            _findings.RemoveRange(findings, _findings.Count - findings);
            _skipped.RemoveRange(skipped, _skipped.Count - skipped);
        }
    }

    /// <summary>Reads an item once more, now with what the whole project showed about its artifacts.</summary>
    public void Reopen(PendingItem pending, List<Detected>?[] also)
    {
        (_item, _at, _ordinal, _also) = (pending.Item, pending.At, 0, also);
        pending.Item.Open(this);
        _also = null;
    }

    public void Take(Artifact artifact)
    {
        var ordinal = _ordinal++;
        if (_also is null)
        {
            Count(artifact);
        }

        var at = At(artifact.Path);
        var first = _findings.Count;
        var facts = _also is null && gate.HasAnalyses ? new List<Fact>() : null;
        gate.Examine(artifact, at, _findings, _skipped, facts, _also is null || ordinal >= _also.Length ? null : _also[ordinal]);
        if (facts is { Count: > 0 })
        {
            _facts ??= [];
            while (_facts.Count < ordinal)
            {
                _facts.Add(null);
            }

            _facts.Add(facts);
        }

        Compare(at, first);
    }

    private void Count(Artifact artifact)
    {
        if (artifact.Kind == ArtifactKind.Listing)
        {
            return;
        }

        _artifacts += artifact.Window is { Start: not { Line: 1, Column: 1 } } ? 0 : 1;
        _bytes += artifact.Window?.Own.Length ?? artifact.Bytes.Length;
        count();
    }

    private void Compare(PolicyAt at, int first)
    {
        if (baseline is not null && at.Policy.Trusted)
        {
            if (baseline.SpeaksOf(at.Path))
            {
                _seen.Add(at.Path);
            }

            baseline.Apply(_findings, first, at.Policy);
        }
    }

    public void Skip(Skipped skipped) => _skipped.Add(skipped);

    public void Flush(Collected collected)
    {
        lock (collected)
        {
            collected.Findings.AddRange(_findings);
            collected.Skipped.AddRange(_skipped);
            collected.Pending.AddRange(_pending);
            collected.Seen.UnionWith(_seen);
            collected.Artifacts += _artifacts;
            collected.Bytes += _bytes;
        }
    }

    // What lies inside an item (an archive's entries) shares its place.
    private PolicyAt At(string path)
    {
        if (_item is null || !path.StartsWith(_item.Path, StringComparison.Ordinal))
        {
            return policies.For(path);
        }

        return path.Length == _item.Path.Length ? _at : _at with { Path = string.Concat(_at.Path, path.AsSpan(_item.Path.Length)) };
    }
}
