namespace Sallyport.Proxy.Egress.Credentials;

/// <summary>Replaces values by their stand-ins in a stream, also where one lies across two parts.</summary>
internal sealed class Scrubber
{
    private readonly List<(byte[] Value, byte[] StandIn)> _pairs = [];
    private byte[] _held = [];
    private int _longest;

    /// <summary>Adds a value. Its stand-in has the same length in bytes, so that lengths that were announced stay right.</summary>
    public void Add(byte[] value, byte[] standIn)
    {
        _pairs.Add((value, standIn));
        _longest = Math.Max(_longest, value.Length);
    }

    /// <summary>Cleans the next part. The end of it may be held back, because a value could begin there.</summary>
    public ReadOnlyMemory<byte> Clean(ReadOnlySpan<byte> part)
    {
        var all = new byte[_held.Length + part.Length];
        _held.CopyTo(all, 0);
        part.CopyTo(all.AsSpan(_held.Length));
        Replace(all);
        var hold = Hold(all);
        _held = all[^hold..];
        return all.AsMemory(0, all.Length - hold);
    }

    /// <summary>What was held back, at the end.</summary>
    public ReadOnlyMemory<byte> Rest()
    {
        var rest = _held;
        _held = [];
        return rest;
    }

    /// <summary>Cleans text.</summary>
    public string Clean(string text)
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(text);
        Replace(bytes);
        return System.Text.Encoding.Latin1.GetString(bytes);
    }

    private void Replace(Span<byte> bytes)
    {
        foreach (var (value, standIn) in _pairs)
        {
            for (var rest = bytes; rest.IndexOf(value) is var at && at >= 0; rest = rest[(at + value.Length)..])
            {
                standIn.CopyTo(rest[at..]);
            }
        }
    }

    /// <summary>How many bytes at the end could be the beginning of a value.</summary>
    private int Hold(ReadOnlySpan<byte> bytes)
    {
        for (var length = Math.Min(_longest - 1, bytes.Length); length > 0; length--)
        {
            foreach (var (value, _) in _pairs)
            {
                if (length < value.Length && bytes[^length..].SequenceEqual(value.AsSpan(0, length)))
                {
                    return length;
                }
            }
        }

        return 0;
    }
}
