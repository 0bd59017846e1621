using Sallyport.Detectors.Secrets.Context;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>A set of words compared without case.</summary>
internal sealed class WordSet
{
    private readonly HashSet<ulong> _hashes = [];

    public WordSet(string words)
    {
        foreach (var word in words.Split(' '))
        {
            _hashes.Add(WordHash.Of(word));
        }
    }

    public bool Contains(ReadOnlySpan<byte> word) => _hashes.Contains(WordHash.Append(WordHash.Empty, word));

    /// <summary>Whether any word of an identifier or a text is in the set.</summary>
    public bool ContainsAny(ReadOnlySpan<byte> text)
    {
        foreach (var word in new Words(text))
        {
            if (Contains(text.Slice(word.Start, word.Length)))
            {
                return true;
            }
        }

        return false;
    }
}
