using System.Globalization;
using System.Text;

namespace Sallyport.Reports.Text;

/// <summary>Makes scanned text safe to show: what would steer a terminal, turn the direction of writing or stay unseen becomes an escape.</summary>
internal static class VisibleText
{
    /// <summary>The text on one line, a tab as one space.</summary>
    public static string Of(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        foreach (var rune in new RuneRange(text))
        {
            Append(visible, rune);
        }

        return visible.ToString();
    }

    public static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>Appends one character as it may be shown.</summary>
    /// <param name="to">What is shown so far.</param>
    /// <param name="rune">A scalar value, or minus a UTF-16 unit that stands alone.</param>
    /// <returns>How many cells of a terminal it takes.</returns>
    public static int Append(StringBuilder to, int rune)
    {
        if (rune == '\t')
        {
            to.Append(' ');
            return 1;
        }

        if (rune < 0 || IsHidden(rune))
        {
            var length = to.Length;
            to.Append("\\u{").Append(Math.Abs(rune).ToString("x", CultureInfo.InvariantCulture)).Append('}');
            return to.Length - length;
        }

        if (rune < 0x10000)
        {
            to.Append((char)rune);
        }
        else
        {
            to.Append(char.ConvertFromUtf32(rune));
        }

        return CellWidth.Of(rune);
    }

    private static bool IsHidden(int rune)
    {
        if (rune is >= ' ' and <= '~')
        {
            return false;
        }

        if ((rune & 0xFFFE) == 0xFFFE || rune is >= 0xFDD0 and <= 0xFDEF)
        {
            return true; // no characters, and no XML document may hold them
        }

        return CharUnicodeInfo.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
            // Variation selectors and fillers have a category that shows, and show nothing: text can be smuggled in them.
            _ => rune is (>= 0xFE00 and <= 0xFE0E) or (>= 0xE0100 and <= 0xE01EF) or 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0,
        };
    }
}
