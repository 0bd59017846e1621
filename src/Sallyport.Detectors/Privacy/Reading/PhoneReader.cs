using Sallyport.Core.Text;

namespace Sallyport.Detectors.Privacy.Reading;

/// <summary>Reads telephone numbers: international ones by country code and length, national ones by form and by the words that name them.</summary>
internal static class PhoneReader
{
    private const int MostDigits = 15;
    private const int MostGroups = 7;

    /// <summary>Reads a number that begins at <paramref name="start"/>: a plus, an opening parenthesis or a digit.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int start, in Asking asking, out PersonalValue value)
    {
        value = default;
        if (!asking.Includes(PersonalKind.Phone) || Edges.Joined(text, start) && text[start] != '(' || start > 0 && text[start - 1] is (byte)'+' or (byte)'_' or (byte)'.' or (byte)'$' or (byte)'#' or (byte)'=' && char.IsAsciiDigit((char)text[start]) && start > 1 && text[start - 1] != '=')
        {
            return false;
        }

        Span<byte> digits = stackalloc byte[MostDigits + 1];
        Span<int> groups = stackalloc int[MostGroups];
        Span<int> ends = stackalloc int[MostGroups];
        var form = Read(text, start, digits, groups, ends);

        // What follows behind a blank may be a number of its own: the time of a call.
        for (; form.Groups > 0; form = form.Shorter(groups, ends))
        {
            if (form.Count is >= 7 and <= MostDigits && TryJudge(text, start, form, digits[..form.Count], groups[..form.Groups], asking, out value))
            {
                return true;
            }

            if (form.Groups == 1 || text[ends[form.Groups - 2]] != ' ')
            {
                return false;
            }
        }

        return false;
    }

    private static bool TryJudge(ReadOnlySpan<byte> text, int start, in Form form, ReadOnlySpan<byte> number, ReadOnlySpan<int> groups, in Asking asking, out PersonalValue value)
    {
        value = default;
        if (Edges.Cut(text, start, form.End) || Edges.Goes(text, form.End) || number.IndexOfAnyExcept(number[0]) < 0)
        {
            return false;
        }

        var plus = text[start] == '+';
        var foreign = plus || number.StartsWith("00"u8) && form.Groups > 1;
        var likely = foreign ? International(number[(plus ? 0 : 2)..], form.Parenthesis) : National(number, groups, form);
        var wanted = asking.Wants(PersonalKind.Phone);
        if (likely == Likely.No && !(wanted && form.Count is >= 8 and <= 12 && form.Groups > 1) || likely == Likely.Perhaps && !wanted && !NamingWords.Name(text, start, form.End, PersonalKind.Phone.Words))
        {
            return false;
        }

        value = new PersonalValue(PersonalKind.Phone, TextSpan.Between(start, form.End), likely == Likely.Yes ? Grounds.Formed : Grounds.Named, IsReserved(number, plus) ? Standing.Reserved : Standing.Personal);
        return true;
    }

    private static Form Read(ReadOnlySpan<byte> text, int start, Span<byte> digits, Span<int> groups, Span<int> ends)
    {
        int at = start, count = 0, group = 0, end = 0, open = -1;
        var (parenthesis, last, mixed) = (false, (byte)0, false);
        while (at < text.Length)
        {
            var b = text[at];
            if (char.IsAsciiDigit((char)b))
            {
                if (count == digits.Length || group == groups.Length)
                {
                    break;
                }

                digits[count++] = b;
                groups[group]++;
                end = ends[group] = at + 1;
                at++;
                continue;
            }

            if (b == '+' && at == start)
            {
                at++;
                continue;
            }

            if (b == '(' && open < 0 && !parenthesis)
            {
                (open, parenthesis) = (at, true);
                group += group < groups.Length && groups[group] > 0 ? 1 : 0;
                at++;
                continue;
            }

            var closes = b == ')' && open >= 0;
            if (!closes && b is not ((byte)' ' or (byte)'-' or (byte)'.' or (byte)'/') || group >= groups.Length || groups[group] == 0 || count >= 7 && !closes && Words(text, at))
            {
                break;
            }

            // One separator, or blank and sign: (415) 555, 030 / 123, 415 - 555.
            mixed |= !closes && last != 0 && b != last && count > 5;
            last = closes || b == ' ' ? last : b;
            open = closes ? -2 : open;
            var next = at + 1;
            for (var extra = 0; next < text.Length && extra < 2 && text[next] is (byte)' ' or (byte)'-' or (byte)'/' && text[next] != text[next - 1]; extra++)
            {
                next++;
            }

            if (next >= text.Length || !char.IsAsciiDigit((char)text[next]) && !(text[next] == '(' && open == -1))
            {
                break;
            }

            group++;
            at = next;
        }

        return open >= 0 || mixed ? default : new Form(end, count, group >= groups.Length || groups[group] == 0 ? group : group + 1, parenthesis, last);
    }

    // What follows the blank is a word or a longer number of its own.
    private static bool Words(ReadOnlySpan<byte> text, int at) => text[at] == ' ' && at + 1 < text.Length && !char.IsAsciiDigit((char)text[at + 1]) && text[at + 1] != '(';

    private static Likely International(ReadOnlySpan<byte> number, bool trunk)
    {
        var (code, least, most) = CallingCodes.Of(number);
        if (code == 0)
        {
            return Likely.No;
        }

        var rest = number[code..];
        rest = trunk && rest[0] == '0' || rest.Length > most && rest[0] == '0' ? rest[1..] : rest;
        return rest.Length >= least && rest.Length <= most && !(code == 1 && number[0] == '1' && !NorthAmerican(rest)) ? Likely.Yes : Likely.No;
    }

    private static Likely National(ReadOnlySpan<byte> number, ReadOnlySpan<int> groups, in Form form)
    {
        var american = number.Length == 11 && number[0] == '1' ? number[1..] : number;
        if (american.Length == 10 && NorthAmerican(american))
        {
            var tail = groups[^Math.Min(3, groups.Length)..];
            var formed = tail.Length == 3 && tail[0] == 3 && tail[1] == 3 && tail[2] == 4;
            return formed && (form.Parenthesis || form.Last is (byte)'-') ? Likely.Yes : Likely.Perhaps;
        }

        if (number.StartsWith("000"u8))
        {
            return Likely.No;
        }

        if (number[0] == '0' && number[1] != '0' && number.Length is >= 9 and <= 12)
        {
            return form.Parenthesis && form.Groups > 1 ? Likely.Yes : Likely.Perhaps;
        }

        return number.Length is >= 7 and <= 12 && (form.Groups is > 1 and < 6 || form.Groups == 1 && number.Length is >= 8 and <= 11) ? Likely.Perhaps : Likely.No;
    }

    private static bool NorthAmerican(ReadOnlySpan<byte> number) =>
        number.Length == 10 && number[0] >= '2' && number[3] >= '2' && !(number[1] == '1' && number[2] == '1') && !(number[4] == '1' && number[5] == '1');

    // 555-01xx; the ranges that Ofcom and the ACMA keep for drama.
    private static bool IsReserved(ReadOnlySpan<byte> number, bool plus)
    {
        var national = plus && number[0] == '1' || number.Length == 11 && number[0] == '1' ? number[1..] : number;
        return national.Length == 10 && national[3..8].SequenceEqual("55501"u8) || national.Length == 10 && (national[..3].SequenceEqual("555"u8) || national[3..6].SequenceEqual("555"u8)) || number.Length == 7 && number.StartsWith("55501"u8)
            || number.IndexOf("7700900"u8) is >= 0 and <= 2 || number.IndexOf("2079460"u8) is >= 0 and <= 2 || number.IndexOf("491570"u8) is >= 0 and <= 2 || Numbers.Samples.Has(number);
    }

    private enum Likely
    {
        No,
        Perhaps,
        Yes,
    }

    private readonly record struct Form(int End, int Count, int Groups, bool Parenthesis, byte Last)
    {
        public Form Shorter(ReadOnlySpan<int> groups, ReadOnlySpan<int> ends) =>
            Groups < 2 ? default : this with { End = ends[Groups - 2], Count = Count - groups[Groups - 1], Groups = Groups - 1 };
    }
}
