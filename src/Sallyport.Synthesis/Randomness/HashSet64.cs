namespace Sallyport.Synthesis.Randomness;

/// <summary>A set of hashes at sixteen bytes each: what a whole column holds, without its text.</summary>
internal sealed class HashSet64
{
    private ulong[] _slots = new ulong[64];

    /// <summary>How many it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a hash; false when it was there.</summary>
    public bool Add(ulong hash)
    {
        var at = Find(_slots, hash);
        if (_slots[at] == hash)
        {
            return false;
        }

        _slots[at] = hash;
        if (++Count * 2 > _slots.Length)
        {
            Grow();
        }

        return true;
    }

    /// <summary>Whether it holds a hash.</summary>
    public bool Contains(ulong hash) => _slots[Find(_slots, hash)] == hash;

    /// <summary>Whether all of it is in <paramref name="other"/>.</summary>
    public bool IsWithin(HashSet64 other)
    {
        foreach (var hash in _slots)
        {
            if (hash != 0 && !other.Contains(hash))
            {
                return false;
            }
        }

        return true;
    }

    private static int Find(ulong[] slots, ulong hash)
    {
        var mask = slots.Length - 1;
        var at = (int)(hash >> 7) & mask;
        while (slots[at] != 0 && slots[at] != hash)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Grow()
    {
        var larger = new ulong[_slots.Length * 2];
        foreach (var hash in _slots)
        {
            if (hash != 0)
            {
                larger[Find(larger, hash)] = hash;
            }
        }

        _slots = larger;
    }
}
