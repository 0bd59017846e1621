using System.Runtime.CompilerServices;

namespace Sallyport.Detectors.Secrets.Spans;

/// <summary>Tells at a glance what cannot be a drawn value: words, identifiers, versions and paths change between letters and digits seldom, and between cases regularly.</summary>
internal static class Irregularity
{
    private const int ShortPart = 8;
    private const int LongPart = 16;
    private const int Number = 10;
    private const int GroupLength = 4; // abcd-efgh-ijkl-mnop
    private const int Groups = 4;

    /// <summary>Whether some part of <paramref name="run"/> between joiners looks drawn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool MayBeDrawn(ReadOnlySpan<byte> run)
    {
        int groups = 0, lastLength = 0;
        for (var at = 0; at < run.Length; at++)
        {
            var length = 0;
            while (at + length < run.Length && Bytes.IsAlnum(run[at + length]))
            {
                length++;
            }

            if (length >= ShortPart && IsDrawn(run.Slice(at, length)))
            {
                return true;
            }

            groups = length >= GroupLength && length == lastLength ? groups + 1 : 1;
            if (groups == Groups)
            {
                return true;
            }

            lastLength = length;
            at += length;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsDrawn(ReadOnlySpan<byte> part)
    {
        int digits = 0, turns = 0, odd = 0, changes = 0, streak = 0;
        var hex = true;
        var last = Kind.None;
        foreach (var b in part)
        {
            var kind = Bytes.IsDigit(b) ? Kind.Digit : b >= 'a' ? Kind.Lower : Kind.Upper;
            digits += kind == Kind.Digit ? 1 : 0;
            hex &= kind == Kind.Digit || (b | 32) <= 'f';
            if (kind == last)
            {
                streak++;
                continue;
            }

            if (last != Kind.None)
            {
                changes++;
                turns += kind == Kind.Digit || last == Kind.Digit ? 1 : 0;
                odd += last == Kind.Upper ? (streak > 1 ? 1 : 0) : streak == 1 ? 1 : 0; // camelCase has neither
            }

            (last, streak) = (kind, 1);
        }

        // No word of eight letters stays within a to f: cafebabe.
        return turns >= 3 || (hex && digits == 0) || (turns > 0 && (digits >= 3 || hex || odd > 0)) || (digits == part.Length && digits >= Number)
            || (part.Length >= LongPart && (digits > 0 || changes == 0 || odd >= (part.Length < 24 ? 2 : 3)));
    }

    private enum Kind : byte
    {
        None,
        Digit,
        Lower,
        Upper,
    }
}
