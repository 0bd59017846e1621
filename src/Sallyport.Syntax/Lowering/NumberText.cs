using System.Globalization;

namespace Sallyport.Syntax.Lowering;

/// <summary>Reads numbers as languages write them.</summary>
internal static class NumberText
{
    /// <summary>The value; null where the text is no number.</summary>
    public static object? Read(string text)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal).TrimEnd('n', 'L', 'l', 'u', 'U', 'j');
        if (digits.Length > 2 && digits[0] == '0')
        {
            var (radix, rest) = char.ToLowerInvariant(digits[1]) switch
            {
                'x' => (16, digits[2..]),
                'o' => (8, digits[2..]),
                'b' => (2, digits[2..]),
                _ => (0, ""),
            };
            if (radix > 0)
            {
                return Radix(rest, radix);
            }

            // A leading zero is octal where it is not a fraction: 0644.
            if (digits.AsSpan().IndexOfAnyExceptInRange('0', '7') < 0)
            {
                return Radix(digits, 8);
            }
        }

        return double.TryParse(digits.TrimEnd('f', 'F', 'd', 'D', 'm', 'M'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static double Radix(string digits, int radix)
    {
        var value = 0.0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
            {
                return double.NaN;
            }

            value = (value * radix) + digit;
        }

        return value;
    }
}
