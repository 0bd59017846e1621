namespace Sallyport.Sources.Git;

/// <summary>A bounded queue from one thread to another.</summary>
internal sealed class Lane<T>(int capacity)
{
    private readonly Queue<T> _items = new();
    private bool _closed;

    /// <summary>Waits for room; false when nobody takes any more.</summary>
    public bool Put(T item)
    {
        lock (_items)
        {
            while (_items.Count >= capacity && !_closed)
            {
                Monitor.Wait(_items);
            }

            if (!_closed)
            {
                _items.Enqueue(item);
                Monitor.PulseAll(_items);
            }

            return !_closed;
        }
    }

    /// <summary>Waits for an item; false when there will be none.</summary>
    public bool Take(out T item)
    {
        lock (_items)
        {
            while (_items.Count == 0 && !_closed)
            {
                Monitor.Wait(_items);
            }

            var taken = _items.TryDequeue(out item!);
            Monitor.PulseAll(_items);
            return taken;
        }
    }

    /// <summary>Says that nothing more will come, or be taken.</summary>
    public void Close()
    {
        lock (_items)
        {
            _closed = true;
            Monitor.PulseAll(_items);
        }
    }
}
