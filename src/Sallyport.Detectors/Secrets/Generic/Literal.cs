using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Reads one value: quoted, bare, or inside a call that passes it on.</summary>
internal static class Literal
{
    private const int LongestValue = 2400;
    private const int WrapReach = 72;
    private static readonly WordSet Lookups = new("getenv env environ get fetch config param params input prompt find query select read load require import translate gettext lookup resolve search has contains header getheader t i18n format log print println error throw exception assert puts echo warn info debug getpass askpass readline ask confirm");

    /// <summary>Whether a quoted literal opens here: the quote itself or a string prefix.</summary>
    public static bool Opens(ReadOnlySpan<byte> text, int at) => OpeningQuote(text, at) >= 0;

    /// <summary>Reads the value at <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int at, Bond bond, out TextSpan value, out byte quote, out bool wrapped)
    {
        (value, quote, wrapped) = (default, 0, false);
        if (at >= text.Length)
        {
            return false;
        }

        if (bond == Bond.Element)
        {
            return Element(text, at, out value);
        }

        var open = OpeningQuote(text, at);
        if (open < 0 && bond is Bond.Equal or Bond.Arrow or Bond.Colon)
        {
            open = Wrapped(text, at);
            wrapped = open >= 0;
        }

        if (open >= 0)
        {
            quote = text[open];
            return Quoted(text, open, open > at && text[open - 1] == '\\', out value);
        }

        return Bare(text, at, bond, out value);
    }

    private static int OpeningQuote(ReadOnlySpan<byte> text, int at)
    {
        for (var i = at; i < text.Length && i <= at + 2; i++)
        {
            if (Bytes.IsQuote(text[i]))
            {
                return i;
            }

            if (text[i] is not ((byte)'b' or (byte)'B' or (byte)'r' or (byte)'R' or (byte)'u' or (byte)'U' or (byte)'f' or (byte)'F' or (byte)'L' or (byte)'N' or (byte)'@' or (byte)'$' or (byte)'\\'))
            {
                break;
            }
        }

        return -1;
    }

    // `[]byte("…")`, `new Secret("…")`, `os.environ.get("X", "…")`, `process.env.X || "…"`: the quote of the literal that becomes the value.
    private static int Wrapped(ReadOnlySpan<byte> text, int at)
    {
        var end = Math.Min(text.Length, at + WrapReach);
        var literals = 0;
        for (var i = at; i < end && text[i] is not ((byte)'\n' or (byte)';' or (byte)'#'); i++)
        {
            if (!Bytes.IsQuote(text[i]))
            {
                continue;
            }

            var before = i;
            while (before > at && (Bytes.IsBlank(text[before - 1]) || text[before - 1] is (byte)'b' or (byte)'@' && before > at + 1 && !Bytes.IsAlnum(text[before - 2])))
            {
                before--;
            }

            if (before <= at)
            {
                return -1;
            }

            var sign = text[before - 1];
            var alternative = sign is (byte)'|' or (byte)'?' || before - at >= 3 && text[(before - 3)..before].SequenceEqual(" or"u8);
            if (alternative || sign == ',' && literals == 1 || sign == '(' && !Lookups.ContainsAny(text[at..before]))
            {
                return i;
            }

            if (sign is not ((byte)'(' or (byte)'[') || literals > 0)
            {
                return -1;
            }

            literals++;
            var close = text[(i + 1)..end].IndexOf(text[i]);
            if (close < 0)
            {
                return -1;
            }

            i += close + 1;
        }

        return -1;
    }

    private static bool Quoted(ReadOnlySpan<byte> text, int open, bool escaped, out TextSpan value)
    {
        value = default;
        var quote = text[open];
        var start = open + 1;
        while (start < text.Length && text[start] == quote && start < open + 3)
        {
            start++;
        }

        var limit = Math.Min(text.Length, start + LongestValue);
        for (var i = start; i < limit; i++)
        {
            var b = text[i];
            if (b == quote)
            {
                value = TextSpan.Between(start, escaped && text[i - 1] == '\\' ? i - 1 : i);
                return value.Length > 0;
            }

            if (Bytes.IsLineEnd(b))
            {
                return false;
            }

            i += b == '\\' && !escaped ? 1 : 0;
        }

        return false;
    }

    private static bool Element(ReadOnlySpan<byte> text, int at, out TextSpan value)
    {
        value = default;
        var end = text[at..Math.Min(text.Length, at + LongestValue)].IndexOfAny((byte)'<', (byte)'\n');
        if (end <= 0 || text[at + end] != '<')
        {
            return false;
        }

        value = TextSpan.Between(at, at + end);
        return true;
    }

    // Up to a blank; brackets and separators that close around the value do not belong to it.
    private static bool Bare(ReadOnlySpan<byte> text, int at, Bond bond, out TextSpan value)
    {
        var end = at;
        var limit = Math.Min(text.Length, at + LongestValue);
        while (end < limit && !Bytes.IsBlank(text[end]) && !Bytes.IsLineEnd(text[end]) && !Bytes.IsQuote(text[end]) && text[end] is not ((byte)',' or (byte)'<' or (byte)'>' or (byte)'\\') && !(text[end] == '&' && NextParameter(text, end + 1)))
        {
            end++;
        }

        while (end > at && text[end - 1] is (byte)';' or (byte)')' or (byte)']' or (byte)'}' or (byte)'.' or (byte)':' && (text[end - 1] is not ((byte)')' or (byte)']' or (byte)'}') || Unopened(text[at..end])))
        {
            end--;
        }

        value = TextSpan.Between(at, end);
        return end - at >= 4 && text[end - 1] is not ((byte)'[' or (byte)'(') && end - at < LongestValue && (bond != Bond.Blank || end - at >= 8 && text[at..end].IndexOfAnyInRange((byte)'0', (byte)'9') >= 0);
    }

    // ?token=abc&page=2
    private static bool NextParameter(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length && Bytes.IsName(text[end]))
        {
            end++;
        }

        return end == at || end < text.Length && text[end] == '=';
    }

    // Whether the last bracket closes one that opened before the value.
    private static bool Unopened(ReadOnlySpan<byte> value)
    {
        var depth = 0;
        foreach (var b in value)
        {
            depth += b is (byte)'(' or (byte)'[' or (byte)'{' ? 1 : b is (byte)')' or (byte)']' or (byte)'}' ? -1 : 0;
        }

        return depth < 0;
    }
}
