using System.Globalization;

namespace Sallyport.Synthesis.Kinds;

/// <summary>How a column writes numbers: decimal mark, digits behind it, what stands before and after, and the range.</summary>
internal sealed class NumberFormat
{
    private const int LongestPlain = 15;
    private bool _started;

    /// <summary>What stands before every number, such as a currency sign.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>What stands behind every number, such as a percent sign.</summary>
    public string Suffix { get; private set; } = "";

    /// <summary>The decimal mark; a point until a comma was met.</summary>
    public char Mark { get; private set; } = '.';

    /// <summary>Most digits behind the mark.</summary>
    public int Scale { get; private set; }

    /// <summary>Whether a number was written with an exponent.</summary>
    public bool Exponents { get; private set; }

    public double Least { get; private set; } = double.MaxValue;

    public double Most { get; private set; } = double.MinValue;

    /// <summary>How many steps of the last digit lie between least and most, both included.</summary>
    public double Steps => ((Most - Least) * Math.Pow(10, Scale)) + 1;

    /// <summary>Takes in a cell; false when it is no number of this column's kind.</summary>
    public bool Add(ReadOnlySpan<char> cell)
    {
        if (!_started && !Start(cell))
        {
            return false;
        }

        if (!TryRead(cell, out var value, out var scale))
        {
            return false;
        }

        Scale = Math.Max(Scale, scale);
        Least = Math.Min(Least, value);
        Most = Math.Max(Most, value);
        return true;
    }

    /// <summary>Reads a cell as this column writes numbers.</summary>
    public bool TryRead(ReadOnlySpan<char> cell, out double value) => TryRead(cell, out value, out _);

    /// <summary>Writes a number as this column does.</summary>
    public string Write(double value)
    {
        var text = Exponents ? value.ToString("0.######E+0", CultureInfo.InvariantCulture)
            : Math.Round(value, Math.Min(Scale, 15), MidpointRounding.AwayFromZero).ToString("F" + Scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        text = text.StartsWith('-') && text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
        return Prefix + (Mark == '.' ? text : text.Replace('.', Mark)) + Suffix;
    }

    // The first number says what stands around every one.
    private bool Start(ReadOnlySpan<char> cell)
    {
        var first = cell.IndexOfAnyInRange('0', '9');
        var last = cell.LastIndexOfAnyInRange('0', '9');
        if (first < 0)
        {
            return false;
        }

        while (first > 0 && cell[first - 1] is '-' or '+' or '.' or ',')
        {
            first--;
        }

        if (!IsAffix(cell[..first]) || !IsAffix(cell[(last + 1)..]))
        {
            return false;
        }

        (Prefix, Suffix, _started) = (new string(cell[..first]), new string(cell[(last + 1)..]), true);
        if (TryRead(cell, out _, out _))
        {
            return true;
        }

        (Prefix, Suffix, _started) = ("", "", false);
        return false;
    }

    private static bool IsAffix(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is not (' ' or '%' or '\u00A0') && char.GetUnicodeCategory(c) != UnicodeCategory.CurrencySymbol)
            {
                return false;
            }
        }

        return true;
    }

    private bool TryRead(ReadOnlySpan<char> cell, out double value, out int scale)
    {
        (value, scale) = (0, 0);
        if (!cell.StartsWith(Prefix, StringComparison.Ordinal) || !cell.EndsWith(Suffix, StringComparison.Ordinal) || cell.Length <= Prefix.Length + Suffix.Length)
        {
            return false;
        }

        cell = cell[Prefix.Length..^Suffix.Length];
        var digits = cell.TrimStart("-");
        var mark = digits.IndexOfAny('.', ',');
        var exponent = digits.IndexOfAny('e', 'E');
        var whole = mark >= 0 ? mark : exponent >= 0 ? exponent : digits.Length;
        if ((cell.Length - digits.Length > 1) || whole > LongestPlain || (whole > 1 && digits[0] == '0') || (mark >= 0 && digits[mark] != Mark && Scale > 0) || whole + mark == -1)
        {
            return false; // A leading zero belongs to a code, and nineteen digits are none that one computes with.
        }

        Span<char> plain = stackalloc char[Math.Min(cell.Length, 40)];
        if (cell.Length > plain.Length || digits.Length == 0 || !(char.IsAsciiDigit(digits[0]) || digits[0] == Mark))
        {
            return false;
        }

        cell.CopyTo(plain);
        plain.Replace(',', '.');
        if (!double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
        {
            return false;
        }

        Mark = mark >= 0 ? digits[mark] : Mark;
        Exponents |= exponent >= 0;
        scale = mark < 0 ? 0 : (exponent >= 0 ? exponent : digits.Length) - mark - 1;
        return true;
    }
}
