namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Dates inside of numbers.</summary>
internal static class BirthDate
{
    /// <summary>The number that digits write.</summary>
    public static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    /// <summary>Whether there is such a day; a year of two digits may be any leap year.</summary>
    public static bool Is(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year < 100 ? year + (year == 0 ? 2000 : 1900) : Math.Clamp(year, 1, 9999), month);

    /// <summary>Whether six digits are year, month and day.</summary>
    public static bool IsYearFirst(ReadOnlySpan<byte> digits) => Is(Number(digits[..2]), Number(digits[2..4]), Number(digits[4..6]));

    /// <summary>Whether six digits are day, month and year.</summary>
    public static bool IsDayFirst(ReadOnlySpan<byte> digits) => Is(Number(digits[4..6]), Number(digits[2..4]), Number(digits[..2]));

    /// <summary>Whether eight digits are a day of the years from 1850 to 2099, year first.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> digits) => Number(digits[..4]) is >= 1850 and < 2100 and var year && Is(year, Number(digits[4..6]), Number(digits[6..8]));
}
