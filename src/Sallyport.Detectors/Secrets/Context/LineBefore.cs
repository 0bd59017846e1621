using System.Runtime.CompilerServices;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Context;

/// <summary>Reads the words before a value on its own line, and the name that stands beside it in a pair.</summary>
internal static class LineBefore
{
    private const int Reach = 160;
    private const int PairReach = 200;

    /// <summary>Adds the line up to <paramref name="at"/> and the sibling name, if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ReadOnlySpan<byte> text, int at, List<Name> names)
    {
        var start = KeysAbove.LineStart(text, at);
        Sibling(text, start, at, names);
        var from = Math.Max(start, at - Reach);
        if (at > from)
        {
            names.Add(new Name(NameKind.Line, TextSpan.Between(from, at)));
        }
    }

    // `name: X` within two lines before or one line behind.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sibling(ReadOnlySpan<byte> text, int line, int at, List<Name> names)
    {
        var first = line;
        for (var i = 0; i < 2 && first > 0; i++)
        {
            first = KeysAbove.LineStart(text, first - 1);
        }

        first = Math.Max(first, at - PairReach);
        if (Value(text[first..at]) is { Length: > 0 } before)
        {
            names.Add(new Name(NameKind.Sibling, new TextSpan(first + before.Start, before.Length)));
            return;
        }

        var rest = text[at..Math.Min(text.Length, at + PairReach)];
        var next = rest.IndexOf((byte)'\n');
        if (next >= 0 && next + 1 < rest.Length)
        {
            var end = rest[(next + 1)..].IndexOf((byte)'\n');
            rest = end < 0 ? rest : rest[..(next + 1 + end)];
        }

        if (Value(rest) is { Length: > 0 } after)
        {
            names.Add(new Name(NameKind.Sibling, new TextSpan(at + after.Start, after.Length)));
        }
    }

    // The last `name|key|id|variable: X` in a stretch of text.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TextSpan Value(ReadOnlySpan<byte> text)
    {
        TextSpan best = default;
        foreach (var word in new Words(text))
        {
            if (!NamesNames(text.Slice(word.Start, word.Length)))
            {
                continue;
            }

            var i = word.End;
            while (i < text.Length && (Bytes.IsQuote(text[i]) || Bytes.IsBlank(text[i]) || text[i] == '\\'))
            {
                i++;
            }

            if (i == text.Length || text[i] is not ((byte)':' or (byte)'='))
            {
                continue;
            }

            for (i++; i < text.Length && (Bytes.IsQuote(text[i]) || Bytes.IsBlank(text[i]) || text[i] is (byte)'\\' or (byte)'>'); i++)
            {
            }

            var end = i;
            while (end < text.Length && Bytes.IsName(text[end]))
            {
                end++;
            }

            best = end > i ? TextSpan.Between(i, end) : best;
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool NamesNames(ReadOnlySpan<byte> word) => word.Length is >= 2 and <= 8
        && (Is(word, "name"u8) || Is(word, "key"u8) || Is(word, "id"u8) || Is(word, "variable"u8) || Is(word, "label"u8) || Is(word, "field"u8) || Is(word, "property"u8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> other) => System.Text.Ascii.EqualsIgnoreCase(word, other);
}
