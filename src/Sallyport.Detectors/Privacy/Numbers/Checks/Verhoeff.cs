namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Verhoeff's check digit, over the dihedral group of the pentagon.</summary>
internal static class Verhoeff
{
    private static ReadOnlySpan<byte> Start => [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

    /// <summary>Whether the last of the digits checks the others.</summary>
    public static bool Holds(ReadOnlySpan<byte> digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            for (var turns = i % 8; turns > 0; turns--)
            {
                digit = Start[digit];
            }

            check = Product(check, digit);
        }

        return check == 0;
    }

    // Rotations are 0 to 4, reflections 5 to 9.
    private static int Product(int x, int y) =>
        x < 5 ? y < 5 ? (x + y) % 5 : 5 + ((x + y) % 5)
        : y < 5 ? 5 + ((x - y + 5) % 5) : (x - y + 5) % 5;
}
