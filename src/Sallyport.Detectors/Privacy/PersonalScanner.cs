using System.Buffers;
using System.Runtime.CompilerServices;
using Sallyport.Core.Text;
using Sallyport.Detectors.Privacy.Reading;

namespace Sallyport.Detectors.Privacy;

/// <summary>Finds structured personal data in any text, in one pass: from a digit, an at sign or a colon the readers look around.</summary>
internal static class PersonalScanner
{
    private const int LongestIntroduction = 3; // letters in front of a number: DE, HRB, AA 12
    private static readonly SearchValues<byte> Signs = SearchValues.Create("0123456789@:"u8);

    /// <summary>Adds what is found, by place and without overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scan(ReadOnlySpan<byte> text, in Asking asking, List<PersonalValue> found)
    {
        int at = 0, done = 0, next;
        while (at < text.Length && (next = text[at..].IndexOfAny(Signs)) >= 0)
        {
            at += next;
            var b = text[at];
            if (b == '@')
            {
                if (asking.Includes(PersonalKind.Email) && EmailReader.TryRead(text, at, out var email) && email.Span.Start >= done)
                {
                    at = done = Take(email, found);
                    continue;
                }

                at++;
            }
            else if (b == ':')
            {
                at = Colon(text, at, done, asking, found, out var end) ? done = end : at + 1;
            }
            else
            {
                at = Digits(text, at, ref done, asking, found);
            }
        }
    }

    private static int Take(in PersonalValue value, List<PersonalValue> found)
    {
        found.Add(value);
        return value.Span.End;
    }

    private static bool Colon(ReadOnlySpan<byte> text, int at, int done, in Asking asking, List<PersonalValue> found, out int end)
    {
        end = 0;
        var next = at + 1 < text.Length ? text[at + 1] : (byte)0;
        if (next != ':' && !(char.IsAsciiHexDigit((char)next) && at > 0 && char.IsAsciiHexDigit((char)text[at - 1])))
        {
            return false;
        }

        if (NetworkReader.TryReadColons(text, at, asking, out var address) && address.Span.Start >= done)
        {
            end = Take(address, found);
            return true;
        }

        return false;
    }

    // Reads everything that begins around a digit; returns where the search goes on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Digits(ReadOnlySpan<byte> text, int at, ref int done, in Asking asking, List<PersonalValue> found)
    {
        var start = at;
        while (start > done && char.IsAsciiLetterOrDigit((char)text[start - 1]))
        {
            start--;
        }

        var end = at;
        while (end < text.Length && char.IsAsciiLetterOrDigit((char)text[end]))
        {
            end++;
        }

        if (Best(text, start, at, end, done, asking, out var best))
        {
            return done = Take(best, found);
        }

        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Best(ReadOnlySpan<byte> text, int start, int digit, int end, int done, in Asking asking, out PersonalValue best)
    {
        best = default;
        var any = false;
        var after = end < text.Length ? text[end] : (byte)0;
        if (after == '.' && start == digit && end - start <= 3)
        {
            Keep(NetworkReader.TryReadDotted(text, start, asking, out var dotted), dotted, ref best, ref any);
            Keep(CoordinateReader.TryRead(text, start, asking, out var place), place, ref best, ref any);
        }

        if (after is (byte)'-' or (byte)'.' && (end - start is 2 or 4))
        {
            Keep(NetworkReader.TryHardware(text, start, end - start == 2 ? 17 : 14, asking, out var hardware) && (hardware.Span.Length == 17) == (after == '-'), hardware, ref best, ref any);
        }

        if (end - start >= 26 && !Edges.Joined(text, start))
        {
            Keep(WalletReader.TryRead(text, start, end, asking, out var wallet), wallet, ref best, ref any);
        }

        if (start == digit && end - start <= 8)
        {
            Keep(DateReader.TryRead(text, start, asking, out var date), date, ref best, ref any);
        }

        Numbers(text, start, digit, end, done, asking, ref best, ref any);
        if (start == digit && end - start <= 15)
        {
            var from = start > done && text[start - 1] is (byte)'+' or (byte)'(' ? start - 1 : start;
            from = from > done && text[from] == '(' && text[from - 1] == '+' ? from - 1 : from;
            Keep(PhoneReader.TryRead(text, from, asking, out var phone), phone, ref best, ref any);
        }

        return any;
    }

    private static void Numbers(ReadOnlySpan<byte> text, int start, int digit, int end, int done, in Asking asking, ref PersonalValue best, ref bool any)
    {
        if (end - start > Privacy.Numbers.NumberText.Limit || Edges.Joined(text, start))
        {
            return;
        }

        // DE, AA, RSSMRA stand in runs of their own before the first digit.
        var (from, runs) = (start, 0);
        while (runs < 2 && from - 1 > done && text[from - 1] is (byte)' ' or (byte)'-' && char.IsAsciiLetter((char)text[from - 2]))
        {
            var word = from - 1;
            while (word > done && from - 1 - word <= LongestIntroduction && char.IsAsciiLetterOrDigit((char)text[word - 1]))
            {
                word--;
            }

            if (from - 1 - word > LongestIntroduction || Edges.Joined(text, word))
            {
                break;
            }

            from = word;
            runs++;
            Keep(NumberReader.TryRead(text, from, asking, out var introduced) && introduced.Span.End >= end, introduced, ref best, ref any);
        }

        Keep(NumberReader.TryRead(text, start, asking, out var number), number, ref best, ref any);

        // A word that ran into the number: is030594W903B.
        if (!any && digit - start >= 2 && text[start..digit].IndexOfAnyExceptInRange((byte)'a', (byte)'z') < 0 && end - digit >= 9)
        {
            Keep(NumberReader.TryRead(text, digit, asking, out var glued) && glued.Grounds > Grounds.Formed, glued, ref best, ref any);
        }
    }

    // The surer one, then the longer one.
    private static void Keep(bool read, in PersonalValue value, ref PersonalValue best, ref bool any)
    {
        if (read && (!any || value.Grounds > best.Grounds || value.Grounds == best.Grounds && value.Span.Length > best.Span.Length))
        {
            (best, any) = (value, true);
        }
    }
}
