using System.Diagnostics.CodeAnalysis;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Policy;

namespace Sallyport.Engine.Scanning;

/// <summary>Hands the items of a source to several workers, each with what holds at its place.</summary>
internal sealed class ItemQueue(IEnumerable<IArtifactItem> items, IPolicySource policies) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly IEnumerator<IArtifactItem> _items = items.GetEnumerator();
    private readonly Queue<IArtifactItem> _ahead = new();

    /// <summary>Whether there are at least two items.</summary>
    public bool HasSeveral()
    {
        while (_ahead.Count < 2 && _items.MoveNext())
        {
            _ahead.Enqueue(_items.Current);
        }

        return _ahead.Count == 2;
    }

    public bool TryTake([NotNullWhen(true)] out IArtifactItem? item, out PolicyAt at)
    {
        lock (_lock)
        {
            item = _ahead.Count > 0 ? _ahead.Dequeue() : _items.MoveNext() ? _items.Current : null;
            at = item is null ? default : policies.For(item.Path);
            return item is not null;
        }
    }

    public void Dispose() => _items.Dispose();
}
