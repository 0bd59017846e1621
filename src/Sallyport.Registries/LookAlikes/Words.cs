namespace Sallyport.Registries.LookAlikes;

/// <summary>The words of a name, between its separators, as hashes.</summary>
internal ref struct Words(Span<uint> room)
{
    private readonly Span<uint> _room = room;

    /// <summary>Most words that are told apart.</summary>
    public const int Limit = 24;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<uint> All => _room[..Count];

    /// <summary>A number that is the same for the same words in any order.</summary>
    public readonly uint Unordered
    {
        get
        {
            var sum = (uint)Count;
            foreach (var word in All)
            {
                sum += word * 2654435761;
            }

            return sum;
        }
    }

    public static Words Of(ReadOnlySpan<byte> name, Span<uint> room)
    {
        var words = new Words(room);
        var hash = 0u;
        foreach (var b in name)
        {
            if (b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'/' or (byte)'@' or (byte)':')
            {
                words.Close(ref hash);
            }
            else
            {
                hash = ((hash == 0 ? 2166136261 : hash) ^ (b is >= (byte)'A' and <= (byte)'Z' ? (uint)(b | 32) : b)) * 16777619;
            }
        }

        words.Close(ref hash);
        return words;
    }

    private void Close(ref uint hash)
    {
        if (hash != 0 && Count < _room.Length)
        {
            _room[Count++] = hash;
        }

        hash = 0;
    }
}
