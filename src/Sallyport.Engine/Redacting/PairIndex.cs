using System.Runtime.CompilerServices;
using Sallyport.Core.Text;

namespace Sallyport.Engine.Redacting;

/// <summary>Finds any number of texts in another in one pass, each by one of its grams.</summary>
internal sealed class PairIndex
{
    private readonly Dictionary<ulong, List<Entry>> _byGram = [];
    private readonly ulong[] _bits = new ulong[1 << 8];

    /// <summary>Length of the longest text.</summary>
    public int Longest { get; private set; }

    /// <summary>Adds <paramref name="text"/>; false when none of its grams is looked at, so that it could not be found again.</summary>
    public bool Add(byte[] text, byte[] other)
    {
        for (var at = 0; at + Gram.Length <= text.Length; at++)
        {
            var hash = Gram.Hash(text, at);
            if (Gram.IsSampled(hash))
            {
                _bits[(hash >> 8) & 255] |= 1UL << (int)(hash >> 2 & 63);
                if (!_byGram.TryGetValue(hash, out var entries))
                {
                    _byGram[hash] = entries = [];
                }

                entries.Add(new Entry(text, at, other));
                Longest = Math.Max(Longest, text.Length);
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether any text is known.</summary>
    public bool Any => _byGram.Count > 0;

    /// <summary>Adds where known texts stand in <paramref name="text"/>, by place and without overlap, each with what belongs to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(ReadOnlySpan<byte> text, List<(TextSpan Place, byte[] Other)> found)
    {
        var done = 0;
        for (var at = 0; at + Gram.Length <= text.Length; at++)
        {
            var hash = Gram.Hash(text, at);
            if (Gram.IsSampled(hash) && (_bits[(hash >> 8) & 255] >> (int)(hash >> 2 & 63) & 1) != 0 && _byGram.TryGetValue(hash, out var entries) && At(text, at, done, entries) is { } hit)
            {
                found.Add(hit);
                done = hit.Place.End;
            }
        }
    }

    // The longest, where several share the gram.
    private static (TextSpan Place, byte[] Other)? At(ReadOnlySpan<byte> text, int at, int done, List<Entry> entries)
    {
        (TextSpan Place, byte[] Other)? best = null;
        foreach (var entry in entries)
        {
            var start = at - entry.Offset;
            if (start >= done && start + entry.Text.Length <= text.Length && !(best?.Place.Length >= entry.Text.Length) && text.Slice(start, entry.Text.Length).SequenceEqual(entry.Text))
            {
                best = (new TextSpan(start, entry.Text.Length), entry.Other);
            }
        }

        return best;
    }

    private readonly record struct Entry(byte[] Text, int Offset, byte[] Other);
}
