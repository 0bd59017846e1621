using System.Runtime.CompilerServices;
using Sallyport.Core.Text;
using Sallyport.Detectors.Privacy.Numbers;

namespace Sallyport.Detectors.Privacy.Reading;

/// <summary>Reads numbers that identify people: a run of letters and digits, or several runs with one separator between them.</summary>
internal static class NumberReader
{
    private const int MostRuns = 10;
    private const int LongestWord = 5;

    /// <summary>The best reading of what begins at <paramref name="start"/>, the beginning of a run; false when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRead(ReadOnlySpan<byte> text, int start, in Asking asking, out PersonalValue value)
    {
        value = default;
        var number = default(NumberText);
        byte separator = 0;
        var (at, runs, any) = (start, 0, false);
        while (true)
        {
            var run = at;
            while (at < text.Length && char.IsAsciiLetterOrDigit((char)text[at]))
            {
                if (number.Count == NumberText.Limit)
                {
                    return any;
                }

                number.Add(text[at++], separator);
                separator = 0;
            }

            if (number.Count >= 2 && number.Digits != 0 && !Edges.Goes(text, at) && Match(text, start, at, number, asking, out var match))
            {
                // The longer of two equal grounds; a surer one in any case.
                if (!any || match.Grounds >= value.Grounds)
                {
                    (value, any) = (match, true);
                }
            }

            if (++runs == MostRuns || at - run > LongestWord && (number.Digits >> (number.Count - (at - run))) == 0 || at + 1 >= text.Length
                || text[at] is not ((byte)' ' or (byte)'-' or (byte)'.' or (byte)'/' or (byte)'+') || !char.IsAsciiLetterOrDigit((char)text[at + 1]))
            {
                return any;
            }

            separator = text[at++];
        }
    }

    private static bool Match(ReadOnlySpan<byte> text, int start, int end, in NumberText number, in Asking asking, out PersonalValue value)
    {
        value = default;
        var (exact, open) = (NumberCatalogue.Shared.OfForm(number.Count, number.Digits), NumberCatalogue.Shared.OfCount(number.Count));
        return (exact is not null || open is not null) && !Edges.Cut(text, start, end)
            && Match(text, start, end, number, asking, exact, ref value) | Match(text, start, end, number, asking, open, ref value);
    }

    private static bool Match(ReadOnlySpan<byte> text, int start, int end, in NumberText number, in Asking asking, List<NumberShape>? shapes, ref PersonalValue value)
    {
        var found = false;
        if (shapes is null)
        {
            return false;
        }

        foreach (var shape in shapes)
        {
            var kind = shape.Kind;
            if (!asking.Includes(kind) || !shape.Fits(number, out var formed))
            {
                continue;
            }

            if (!kind.Holds(number.Value, out var proves) || kind.Rule == "iban" && number.MixesCase)
            {
                continue;
            }

            var grounds = kind.Telling == Telling.Alone && proves ? Grounds.Proved
                : NamingWords.Name(text, start, end, kind.Words) ? proves ? Grounds.Proved : Grounds.Named
                : kind.Telling == Telling.Formed && formed ? Grounds.Formed
                : Grounds.Bare;
            if ((grounds > Grounds.Bare || asking.Accepts(kind, proves, text, start, end)) && (value.Kind is null || grounds > value.Grounds))
            {
                value = new PersonalValue(kind, TextSpan.Between(start, end), grounds, Samples.Has(number.Value) ? Standing.Reserved : Standing.Personal);
                found = true;
            }
        }

        return found;
    }
}
