using Sallyport.Core.Text;

namespace Sallyport.Detectors.Privacy.Reading;

/// <summary>Reads a pair of coordinates: latitude and longitude with four decimals or more, which is a house.</summary>
internal static class CoordinateReader
{
    private const int LeastDecimals = 4;

    /// <summary>Reads a pair whose latitude begins at <paramref name="start"/>, a digit.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int start, in Asking asking, out PersonalValue value)
    {
        value = default;
        var from = start > 0 && text[start - 1] is (byte)'-' or (byte)'+' ? start - 1 : start;
        if (!asking.Includes(PersonalKind.Coordinates) || Edges.Joined(text, from) || from > 0 && text[from - 1] is (byte)'.' or (byte)'_')
        {
            return false;
        }

        var at = start;
        if (!Degrees(text, ref at, 90))
        {
            return false;
        }

        var gap = at;
        while (at < text.Length && at - gap < 14 && text[at] is not ((byte)'-' or (byte)'+') && !char.IsAsciiDigit((char)text[at]))
        {
            if (text[at] is (byte)'\n' or (byte)'\r' or (byte)';')
            {
                return false;
            }

            at++;
        }

        at += at < text.Length && text[at] is (byte)'-' or (byte)'+' ? 1 : 0;
        if (at == gap || !Degrees(text, ref at, 180) || Edges.Goes(text, at)
            || !asking.Wants(PersonalKind.Coordinates) && !NamingWords.Name(text, from, at, PersonalKind.Coordinates.Words) && !NamingWords.Name(text[gap..at], at - gap, at - gap, PersonalKind.Coordinates.Words))
        {
            return false;
        }

        value = new PersonalValue(PersonalKind.Coordinates, TextSpan.Between(from, at), Grounds.Named);
        return true;
    }

    /// <summary>Reads a number of degrees with decimals.</summary>
    public static bool Degrees(ReadOnlySpan<byte> text, ref int at, int most)
    {
        var (whole, digits) = (0, 0);
        for (; at < text.Length && digits < 4 && char.IsAsciiDigit((char)text[at]); at++, digits++)
        {
            whole = (whole * 10) + text[at] - '0';
        }

        if (digits is 0 or > 3 || whole > most || at >= text.Length || text[at] != '.')
        {
            return false;
        }

        var decimals = ++at;
        while (at < text.Length && char.IsAsciiDigit((char)text[at]))
        {
            at++;
        }

        return at - decimals is >= LeastDecimals and <= 16;
    }
}
