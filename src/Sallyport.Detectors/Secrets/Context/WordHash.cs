using System.Runtime.CompilerServices;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Context;

/// <summary>Hashes words without case and separators, so that joined runs of words can be looked up without building strings.</summary>
internal static class WordHash
{
    public const ulong Empty = 14695981039346656037;

    /// <summary>The hash with <paramref name="word"/> appended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Append(ulong hash, ReadOnlySpan<byte> word)
    {
        foreach (var b in word)
        {
            hash = (hash ^ Bytes.Lower(b)) * 1099511628211;
        }

        return hash;
    }

    /// <summary>The hash of an ASCII word.</summary>
    public static ulong Of(string word)
    {
        var hash = Empty;
        foreach (var c in word)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211;
        }

        return hash;
    }
}
