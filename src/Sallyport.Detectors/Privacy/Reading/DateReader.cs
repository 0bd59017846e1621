using Sallyport.Core.Text;
using Sallyport.Detectors.Privacy.Numbers.Checks;

namespace Sallyport.Detectors.Privacy.Reading;

/// <summary>Reads days of birth: a date that a word for birth stands before.</summary>
internal static class DateReader
{
    private const string Months = "jan feb mar apr may jun jul aug sep oct nov dec mär mai okt dez gen mag giu lug ago set ott dic ene abr déc fév avr ";

    /// <summary>Reads a date that begins at <paramref name="start"/>, a digit.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int start, in Asking asking, out PersonalValue value)
    {
        value = default;
        if (!asking.Includes(PersonalKind.BirthDate) || Edges.Joined(text, start) || start > 0 && text[start - 1] is (byte)'-' or (byte)'.' or (byte)'/' or (byte)':')
        {
            return false;
        }

        var end = End(text, start);
        if (end == 0 || Edges.Goes(text, end) && text[end] != 'T' || !asking.Wants(PersonalKind.BirthDate) && !NamingWords.Name(text, start, start, PersonalKind.BirthDate.Words))
        {
            return false;
        }

        value = new PersonalValue(PersonalKind.BirthDate, TextSpan.Between(start, end), Grounds.Named);
        return true;
    }

    /// <summary>Whether all of <paramref name="text"/> is a date on which somebody alive may have been born.</summary>
    public static bool Is(ReadOnlySpan<byte> text) => End(text, 0) is var end and > 0 && (end == text.Length || text[end] is (byte)'T' or (byte)' ' && text.Length - end < 20);

    private static int End(ReadOnlySpan<byte> text, int start)
    {
        var at = start;
        var first = Take(text, ref at);
        if (at == start || at >= text.Length)
        {
            return 0;
        }

        if (at - start == 8)
        {
            return BirthDate.IsWhole(text[start..at]) ? at : 0;
        }

        var digits = at - start;
        var separator = text[at];
        if (separator is not ((byte)'-' or (byte)'/' or (byte)'.' or (byte)' ') || digits is 3 or > 4)
        {
            return 0;
        }

        var second = ++at;
        var month = Take(text, ref at);
        if (at == second && (month = Month(text, ref at)) == 0 || at >= text.Length || text[at] != separator && !(separator == '.' && text[at] == ' '))
        {
            return 0;
        }

        at += text[at] == separator ? 1 : 0;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        var third = at;
        var last = Take(text, ref at);
        var length = at - third;
        return (digits == 4 ? length is 1 or 2 && IsDay(first, month, last) : digits <= 2 && length is 2 or 4 && (IsDay(last, month, first) || IsDay(last, first, month))) && length > 0 ? at : 0;
    }

    private static bool IsDay(int year, int month, int day) => (year < 100 || year is >= 1880 and <= 2099) && BirthDate.Is(year, month, day);

    private static int Take(ReadOnlySpan<byte> text, ref int at)
    {
        var number = 0;
        for (var from = at; at < text.Length && at - from < 9 && char.IsAsciiDigit((char)text[at]); at++)
        {
            number = (number * 10) + text[at] - '0';
        }

        return number;
    }

    // By the first three letters; what follows of the word goes along.
    private static int Month(ReadOnlySpan<byte> text, ref int at)
    {
        Span<char> word = stackalloc char[3];
        for (var i = 0; i < 3; i++)
        {
            if (at + i >= text.Length || !char.IsAsciiLetter((char)text[at + i]))
            {
                return 0;
            }

            word[i] = (char)(text[at + i] | 32);
        }

        var index = Months.AsSpan().IndexOf(word);
        for (at += 3; at < text.Length && (char.IsAsciiLetter((char)text[at]) || text[at] >= 0x80); at++)
        {
        }

        return index < 0 ? 0 : index < 48 ? (index / 4) + 1 : 1;
    }
}
