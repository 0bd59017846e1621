using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;

namespace Sallyport.Engine.Scanning;

/// <summary>Takes items through the gate, one after the other.</summary>
internal sealed class ScanWorker(Gate gate, IPolicySource policies, Baseline? baseline, Action count) : IArtifactSink
{
    private readonly List<Finding> _findings = [];
    private readonly List<Skipped> _skipped = [];
    private readonly HashSet<string> _seen = [];
    private IArtifactItem? _item;
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

        (_item, _at) = (item, at);
        item.Open(this);
    }

    public void Take(Artifact artifact)
    {
        _artifacts += artifact.Window is { Start: not { Line: 1, Column: 1 } } ? 0 : 1;
        _bytes += artifact.Window?.Own.Length ?? artifact.Bytes.Length;
        var at = At(artifact.Path);
        var first = _findings.Count;
        gate.Examine(artifact, at, _findings, _skipped);
        if (baseline is not null && at.Policy.Trusted)
        {
            if (baseline.SpeaksOf(at.Path))
            {
                _seen.Add(at.Path);
            }

            baseline.Apply(_findings, first, at.Policy);
        }

        count();
    }

    public void Skip(Skipped skipped) => _skipped.Add(skipped);

    public void Flush(Collected collected)
    {
        lock (collected)
        {
            collected.Findings.AddRange(_findings);
            collected.Skipped.AddRange(_skipped);
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
