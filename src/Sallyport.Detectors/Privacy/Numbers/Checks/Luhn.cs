namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>The check digit of ISO/IEC 7812 (Luhn).</summary>
internal static class Luhn
{
    /// <summary>Whether the last of the digits checks the others.</summary>
    public static bool Holds(ReadOnlySpan<byte> digits) => Sum(digits) % 10 == 0;

    /// <summary>The sum of all digits, every second one from the end but one doubled.</summary>
    public static int Sum(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            var digit = digits[i] - '0';
            digit = ((digits.Length - i) & 1) == 0 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum;
    }
}
