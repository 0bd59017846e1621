using System.Globalization;

namespace Sallyport.Rules.Imports.Toml;

/// <summary>Numbers, booleans, dates and times.</summary>
internal static class TomlScalars
{
    /// <summary>The value of a word; null when it is none.</summary>
    public static object? Read(string word) => word switch
    {
        "true" => true,
        "false" => false,
        "inf" or "+inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" or "+nan" or "-nan" => double.NaN,
        _ when word.Length > 2 && word[0] == '0' && word[1] is 'x' or 'o' or 'b' => Based(word[1], word[2..]),
        _ => (object?)Integer(word) ?? Float(word) ?? Date(word),
    };

    private static long? Based(char kind, string digits)
    {
        var bits = kind switch { 'x' => 4, 'o' => 3, _ => 1 };
        if (!Grouped(digits))
        {
            return null;
        }

        var value = 0UL;
        foreach (var c in digits.Replace("_", "", StringComparison.Ordinal))
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : 99;
            if (digit >= 1 << bits || value >> (63 - bits) != 0)
            {
                return null;
            }

            value = (value << bits) | (uint)digit;
        }

        return (long)value;
    }

    private static long? Integer(string word)
    {
        var digits = word.TrimStart('+', '-');
        return word.Length - digits.Length <= 1 && Whole(digits)
            && long.TryParse(word.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static double? Float(string word)
    {
        var unsigned = word.TrimStart('+', '-');
        var exponent = unsigned.IndexOfAny(['e', 'E']);
        var mantissa = exponent < 0 ? unsigned : unsigned[..exponent];
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var fine = word.Length - unsigned.Length <= 1
            && (exponent >= 0 || dot >= 0)
            && Whole(dot < 0 ? mantissa : mantissa[..dot])
            && (dot < 0 || Digits(mantissa[(dot + 1)..]))
            && (exponent < 0 || Digits(unsigned[(exponent + 1)..] is ['+' or '-', .. var rest] ? rest : unsigned[(exponent + 1)..]));
        return fine ? double.Parse(word.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture) : null;
    }

    // No zero leads a number.
    private static bool Whole(string digits) => Digits(digits) && (digits.Length == 1 || digits[0] != '0');

    private static bool Digits(string text) => Grouped(text) && text.All(c => char.IsAsciiDigit(c) || c == '_');

    // An underscore stands between two digits.
    private static bool Grouped(string digits) =>
        digits.Length > 0 && digits[0] != '_' && digits[^1] != '_' && !digits.Contains("__", StringComparison.Ordinal);

    private static object? Date(string word)
    {
        var text = word.Replace('t', 'T').Replace('z', 'Z').Replace(' ', 'T');
        var fraction = text.IndexOf('.', StringComparison.Ordinal);
        if (fraction >= 0)
        {
            // More digits than a tick has are cut off, as the standard allows.
            var end = fraction + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            var kept = Math.Min(end, fraction + 8);
            text = end == fraction + 1 ? "" : text[..kept].PadRight(fraction + 8, '0') + text[end..];
        }

        const DateTimeStyles exact = DateTimeStyles.None;
        string[] times = ["HH:mm:ss", "HH:mm:ss.fffffff"];
        string[] locals = [.. times.Select(t => $"yyyy-MM-dd'T'{t}")];
        var culture = CultureInfo.InvariantCulture;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, exact, out var date) ? date
            : TimeOnly.TryParseExact(text, times, culture, exact, out var time) ? time
            : DateTime.TryParseExact(text, locals, culture, exact, out var local) ? local
            : DateTimeOffset.TryParseExact(text.Replace("Z", "+00:00", StringComparison.Ordinal), [.. locals.Select(l => l + "zzz")], culture, exact, out var moment) ? moment
            : null;
    }
}
