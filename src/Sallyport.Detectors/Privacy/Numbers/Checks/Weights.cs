namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Weighted sums, of which most check digits are made.</summary>
internal static class Weights
{
    /// <summary>The sum of value times weight; letters count from A = 10.</summary>
    public static int Sum(ReadOnlySpan<byte> value, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += Digit(value[i]) * weights[i];
        }

        return sum;
    }

    /// <summary>What a digit, or a letter from A = 10, counts.</summary>
    public static int Digit(byte b) => b <= '9' ? b - '0' : b - 'A' + 10;

    /// <summary>Whether the last digit is the one of ISO/IEC 7064 modulus 11,10.</summary>
    public static bool Iso7064(ReadOnlySpan<byte> digits)
    {
        var product = 10;
        foreach (var digit in digits[..^1])
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10 == digits[^1] - '0';
    }

    /// <summary>The remainder of a decimal number.</summary>
    public static int Remainder(ReadOnlySpan<byte> digits, int modulus)
    {
        var remainder = 0;
        foreach (var digit in digits)
        {
            remainder = ((remainder * 10) + digit - '0') % modulus;
        }

        return remainder;
    }
}
